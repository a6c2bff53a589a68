import type { StaffAccountRow } from "@sightline/contract/staff";
import { Badge } from "@sightline/ui/badge";
import { useTranslation } from "react-i18next";

export function AccountState({ account }: { account: StaffAccountRow }) {
  const { t } = useTranslation("staff");
  return account.suspendedAtMs === null ? (
    <Badge tone="good">{t("accounts.active")}</Badge>
  ) : (
    <Badge tone="bad">{t("accounts.suspended")}</Badge>
  );
}
