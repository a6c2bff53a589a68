import type { SiteRow } from "@sightline/contract/sites";
import { Button } from "@sightline/ui/button";
import { Notice } from "@sightline/ui/notice";
import { Section } from "@sightline/ui/section";
import { SidePanel } from "@sightline/ui/side-panel";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useTeamMay } from "../../lib/team";
import { CheckSite } from "./check-site";
import { ProofSteps } from "./proof-steps";
import { RemoveSiteDialog } from "./remove-site-dialog";
import { SiteHistory } from "./site-history";
import { SiteStateBadge } from "./site-state-badge";

const TONES = {
  unproved: "info",
  waiting: "wait",
  good: "good",
  suspended: "bad",
  refused: "bad",
  switched_off: "bad",
} as const;

export function SitePanel({ site, onClose }: { site: SiteRow; onClose: () => void }) {
  const { t } = useTranslation("sites");
  const mayChange = useTeamMay("programs_change");
  const [removing, setRemoving] = useState(false);
  return (
    <SidePanel title={site.host} aside={<SiteStateBadge state={site.state} />} isOpen onClose={onClose}>
      <Notice tone={TONES[site.state]}>
        <p>{t(`stateSays.${site.state}`)}</p>
        {site.reason && <p className="mt-1 break-words">{site.reason}</p>}
      </Notice>
      <Section title={t("prove")}>
        <ProofSteps site={site} />
        {mayChange && <CheckSite id={site.id} />}
      </Section>
      <Section title={t("history")}>
        <SiteHistory siteId={site.id} />
      </Section>
      {mayChange && (
        <div>
          <Button tone="danger" onPress={() => setRemoving(true)}>
            {t("removeOf", { host: site.host })}
          </Button>
        </div>
      )}
      {removing && <RemoveSiteDialog site={site} onRemoved={onClose} onClose={() => setRemoving(false)} />}
    </SidePanel>
  );
}
