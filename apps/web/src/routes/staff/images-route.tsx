import { PageShell } from "@sightline/ui/page-shell";
import { useTranslation } from "react-i18next";
import { AlikeImages } from "../../features/block-images/alike-images";
import { ImageBlocks } from "../../features/block-images/image-blocks";
import { RefusedAccounts } from "../../features/block-images/refused-accounts";
import { BRAND } from "../../lib/brand";

export function StaffImagesRoute() {
  const { t } = useTranslation("images");
  return (
    <PageShell title={t("staff.title")} lead={t("staff.lead")} brand={BRAND}>
      <RefusedAccounts />
      <AlikeImages />
      <ImageBlocks />
    </PageShell>
  );
}
