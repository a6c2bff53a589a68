import { LIMITS, type LimitName } from "@sightline/contract/limits";
import { useTranslation } from "react-i18next";
import type { staffText } from "../../text/staff";

type NamedLimit = keyof typeof staffText.limits.names;

/** A limit in words; one that the catalogue has no words for yet says what the table of limits says. */
export function useLimitLabel(): (name: LimitName) => string {
  const { t } = useTranslation("staff");
  return (name) => t(`limits.names.${name as NamedLimit}`, { defaultValue: LIMITS[name].says });
}
