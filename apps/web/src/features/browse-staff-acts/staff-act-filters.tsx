import { SearchField } from "@sightline/ui/search-field";
import { useTranslation } from "react-i18next";
import type { StaffActsWanted } from "./queries";

const FIELDS = ["actor", "act", "subject"] as const;

/** A change of filter begins at the newest act again. */
export function StaffActFilters({
  wanted,
  onChange,
}: {
  wanted: StaffActsWanted;
  onChange: (wanted: StaffActsWanted) => void;
}) {
  const { t } = useTranslation("staffAudit");
  const { before: _page, ...kept } = wanted;
  return FIELDS.map((name) => (
    <SearchField
      key={name}
      label={t(name)}
      value={wanted[name] ?? ""}
      onSearch={(typed) => {
        const { [name]: _before, ...rest } = kept;
        onChange(typed === "" ? rest : { ...rest, [name]: typed });
      }}
    />
  ));
}
