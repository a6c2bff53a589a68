import type { ApiKeyRow } from "@sightline/contract/api-keys";
import { Badge } from "@sightline/ui/badge";
import { useNow } from "@sightline/ui/now";
import { useTranslation } from "react-i18next";

/** Whether a key works, by the reader's own clock between two looks at the server. */
export function KeyState({ row }: { row: ApiKeyRow }) {
  const { t } = useTranslation("customer");
  const state = useNow((nowMs) => stateAt(row, nowMs));
  switch (state) {
    case "revoked":
      return <Badge tone="neutral">{t("keys.revokedState")}</Badge>;
    case "expired":
      return <Badge tone="bad">{t("keys.expired")}</Badge>;
    case "two":
      return <Badge tone="wait">{t("keys.twoSecrets")}</Badge>;
    case "active":
      return <Badge tone="good">{t("keys.active")}</Badge>;
  }
}

export function stateAt(row: ApiKeyRow, nowMs: number): "revoked" | "expired" | "two" | "active" {
  if (row.revokedAtMs !== null) return "revoked";
  if (row.expiresAtMs !== null && row.expiresAtMs <= nowMs) return "expired";
  return row.previous !== null && row.previous.untilMs > nowMs ? "two" : "active";
}
