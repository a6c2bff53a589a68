import { PageShell } from "@sightline/ui/page-shell";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { SeeUnreadable } from "../../features/see-unreadable/see-unreadable";
import { BRAND } from "../../lib/brand";
import { addText } from "../../lib/text";
import { imagesText } from "../../text/images";

addText("images", imagesText);
const route = getRouteApi("/app/unrecognisable");

export function UnrecognisableRoute() {
  const { t } = useTranslation("images");
  const { before } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <PageShell title={t("customer.title")} lead={t("customer.lead")} brand={BRAND}>
      <SeeUnreadable
        before={before}
        onPage={(next) => void navigate({ search: next === undefined ? {} : { before: next } })}
      />
    </PageShell>
  );
}
