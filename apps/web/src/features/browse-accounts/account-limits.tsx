import type { StaffAccountDetail } from "@sightline/contract/staff";
import { Section } from "@sightline/ui/section";
import { useTranslation } from "react-i18next";
import { LimitEditor } from "./limit-editor";

/** The account's limits, each with its own editor: they are changed one at a time and for a reason. */
export function AccountLimits({ account, editable }: { account: StaffAccountDetail; editable: boolean }) {
  const { t } = useTranslation("staff");
  return (
    <Section title={t("limits.title")} lead={t("limits.lead")}>
      <ul className="flex flex-col gap-5">
        {account.limits.map((limit) => (
          <li key={limit.name}>
            <LimitEditor accountId={account.accountId} limit={limit} editable={editable} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
