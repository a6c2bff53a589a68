import type { StaffActRow } from "@sightline/contract/audit";
import { EmptyState } from "@sightline/ui/empty-state";
import { Facts } from "@sightline/ui/figure-row";
import { RelativeTime } from "@sightline/ui/relative-time";
import { SidePanel } from "@sightline/ui/side-panel";
import { useTranslation } from "react-i18next";

export interface StaffActPanelProps {
  id: number;
  act: StaffActRow | undefined;
  onClose: () => void;
}

export function StaffActPanel({ id, act, onClose }: StaffActPanelProps) {
  const { t } = useTranslation("staffAudit");
  return (
    <SidePanel title={t("panelTitle", { id })} isOpen onClose={onClose}>
      {act === undefined ? (
        <EmptyState title={t("panelGone")} />
      ) : (
        <Facts
          facts={[
            { label: t("act"), value: <code className="font-mono">{act.act}</code> },
            { label: t("subject"), value: <code className="font-mono">{act.subject}</code> },
            { label: t("who"), value: act.actorEmail ?? t("operator") },
            { label: t("at"), value: <RelativeTime timeMs={act.atMs} focusable /> },
            { label: t("reason"), value: act.reason ?? t("nothing") },
            { label: t("before"), value: <Json text={act.before} /> },
            { label: t("after"), value: <Json text={act.after} /> },
            { label: t("hash"), value: <code className="font-mono text-13 break-all">{act.hash}</code> },
          ]}
        />
      )}
    </SidePanel>
  );
}

function Json({ text }: { text: string | null }) {
  const { t } = useTranslation("staffAudit");
  if (text === null) return t("nothing");
  return (
    <pre className="text-13 break-all whitespace-pre-wrap">{JSON.stringify(JSON.parse(text), null, 2)}</pre>
  );
}
