import { Button } from "@sightline/ui/button";
import { PageShell } from "@sightline/ui/page-shell";
import { TextLink } from "@sightline/ui/text-link";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { SiteTable } from "../../features/manage-sites/site-table";
import { BRAND } from "../../lib/brand";
import { useTeamMay } from "../../lib/team";
import { addText } from "../../lib/text";
import { sitesText } from "../../text/sites";

addText("sites", sitesText);

const route = getRouteApi("/app/sites");

// Forms bring the schemas along, which reading a page does not need.
const AddSiteDialog = lazy(async () => ({
  default: (await import("../../features/manage-sites/add-site-dialog")).AddSiteDialog,
}));

/** The address holds the open site. */
export function SitesRoute() {
  const { t } = useTranslation("sites");
  const { opened } = route.useSearch();
  const navigate = route.useNavigate();
  const mayChange = useTeamMay("programs_change");
  const [adding, setAdding] = useState(false);
  const open = (id: number | undefined) =>
    void navigate({ search: id === undefined ? {} : { opened: id }, resetScroll: false });
  return (
    <PageShell
      title={t("title")}
      lead={t("lead")}
      brand={BRAND}
      {...(mayChange && {
        primaryAction: (
          <Button tone="primary" onPress={() => setAdding(true)}>
            {t("add")}
          </Button>
        ),
      })}
    >
      <SiteTable openedId={opened} onOpen={open} />
      <p>
        <TextLink href="/docs/site-owners" target="_blank">
          {t("guide")}
        </TextLink>
      </p>
      {adding && (
        <Suspense>
          <AddSiteDialog
            onAdded={(id) => {
              setAdding(false);
              open(id);
            }}
            onClose={() => setAdding(false)}
          />
        </Suspense>
      )}
    </PageShell>
  );
}
