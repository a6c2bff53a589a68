import type { ApiKeyRow } from "@sightline/contract/api-keys";
import { Button } from "@sightline/ui/button";
import { Facts } from "@sightline/ui/figure-row";
import { Notice } from "@sightline/ui/notice";
import { useNow } from "@sightline/ui/now";
import { RelativeTime } from "@sightline/ui/relative-time";
import { SidePanel } from "@sightline/ui/side-panel";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { addText } from "../../lib/text";
import { keysText } from "../../text/keys";
import { BudgetMeters } from "./budget-meters";
import { ChangeKeyDialog } from "./change-key-dialog";
import { KeyState, stateAt } from "./key-state";
import { PreviousSecret } from "./previous-secret";
import { RotateKeyDialog } from "./rotate-key-dialog";

addText("keys", keysText);

/** One key: what it may do, from where and until when, and what can be done about it. */
export function KeyPanel({ row, onClose }: { row: ApiKeyRow; onClose: () => void }) {
  const { t } = useTranslation("keys");
  const [asking, setAsking] = useState<"change" | "rotate" | null>(null);
  const state = useNow((nowMs) => stateAt(row, nowMs));
  const stopAsking = () => setAsking(null);
  return (
    <SidePanel title={row.name} aside={<KeyState row={row} />} isOpen onClose={onClose}>
      {state === "two" && row.previous && <PreviousSecret keyId={row.id} previous={row.previous} />}
      {state === "revoked" && <Notice tone="info">{t("revokedNote")}</Notice>}
      {state === "expired" && <Notice tone="bad">{t("expiredNote")}</Notice>}
      {row.test && state !== "revoked" && <Notice tone="info">{t("testNote")}</Notice>}
      <KeyFacts row={row} />
      {state !== "revoked" && <BudgetMeters row={row} />}
      {state !== "revoked" && !row.test && (
        <div className="flex flex-wrap gap-2">
          <Button onPress={() => setAsking("change")}>{t("change")}</Button>
          <Button onPress={() => setAsking("rotate")}>{t("rotate")}</Button>
        </div>
      )}
      {asking === "change" && <ChangeKeyDialog row={row} onClose={stopAsking} />}
      {asking === "rotate" && <RotateKeyDialog row={row} onClose={stopAsking} />}
    </SidePanel>
  );
}

function KeyFacts({ row }: { row: ApiKeyRow }) {
  const { t } = useTranslation("keys");
  return (
    <Facts
      facts={[
        { label: t("key"), value: <span className="font-mono text-13">{row.prefix}…</span> },
        {
          label: t("mayDo"),
          value:
            row.scopes === null ? (
              t("everything")
            ) : (
              <ul>
                {row.scopes.map((scope) => (
                  <li key={scope}>{t(`scopes.${scope}`)}</li>
                ))}
              </ul>
            ),
        },
        {
          label: t("from"),
          value:
            row.allowedAddresses.length === 0 ? (
              t("anywhere")
            ) : (
              <span className="font-mono text-13 whitespace-pre-line">{row.allowedAddresses.join("\n")}</span>
            ),
        },
        {
          label: t("ends"),
          value: row.expiresAtMs === null ? t("never") : <RelativeTime timeMs={row.expiresAtMs} />,
        },
        {
          label: t("lastUsed"),
          value: row.lastUsedAtMs === null ? t("notUsed") : <RelativeTime timeMs={row.lastUsedAtMs} />,
        },
        { label: t("created"), value: <RelativeTime timeMs={row.createdAtMs} /> },
      ]}
    />
  );
}
