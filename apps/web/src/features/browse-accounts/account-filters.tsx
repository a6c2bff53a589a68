import { ROLES, type Role } from "@sightline/contract/roles";
import { SearchField } from "@sightline/ui/search-field";
import { Select } from "@sightline/ui/select";
import { useTranslation } from "react-i18next";
import type { AccountsWanted } from "./queries";

export interface AccountFiltersProps {
  wanted: AccountsWanted;
  /** What is wanted now; a change of filter begins at the newest account again. */
  onChange: (wanted: AccountsWanted) => void;
}

export function AccountFilters({ wanted: { search, role }, onChange }: AccountFiltersProps) {
  const { t } = useTranslation("staff");
  const kept = { ...(search && { search }), ...(role && { role }) };
  return (
    <>
      <SearchField
        label={t("accounts.search")}
        value={search ?? ""}
        onSearch={(typed) => onChange({ ...(role && { role }), ...(typed && { search: typed }) })}
      />
      <Select
        label={t("accounts.role")}
        value={role ?? "all"}
        onChange={(chosen: Role | "all") => {
          const { role: _before, ...rest } = kept;
          onChange(chosen === "all" ? rest : { ...rest, role: chosen });
        }}
        options={[
          { value: "all" as const, label: t("accounts.allRoles") },
          ...ROLES.map((each) => ({ value: each, label: t(`accounts.roles.${each}`) })),
        ]}
      />
    </>
  );
}
