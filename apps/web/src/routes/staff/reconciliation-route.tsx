import { Notice } from "@sightline/ui/notice";
import { PageShell } from "@sightline/ui/page-shell";
import { useTranslation } from "react-i18next";
import { ProveButton } from "../../features/see-proof/prove-button";
import { SeeProof } from "../../features/see-proof/see-proof";
import { BRAND } from "../../lib/brand";
import { useMe } from "../../lib/me";

export function ReconciliationRoute() {
  const { t } = useTranslation("staffMoney");
  const isAdmin = useMe().role === "admin";
  return (
    <PageShell
      title={t("proof.title")}
      lead={t("proof.lead")}
      brand={BRAND}
      width="text"
      primaryAction={isAdmin && <ProveButton />}
    >
      {isAdmin ? <SeeProof /> : <Notice tone="info">{t("proof.adminOnly")}</Notice>}
    </PageShell>
  );
}
