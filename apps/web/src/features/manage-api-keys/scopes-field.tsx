import { KEY_SCOPES, type KeyScope } from "@sightline/contract/api-keys";
import { CheckField } from "@sightline/ui/check-field";
import { useTranslation } from "react-i18next";
import type { FormField } from "../../lib/use-form";

/** What a key may do: a check for each. */
export function ScopesField({ value, onChange, error }: FormField<KeyScope[]>) {
  const { t } = useTranslation("keys");
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="pb-2 text-13 font-medium">{t("scopesLabel")}</legend>
      {KEY_SCOPES.map((scope, place) => (
        <CheckField
          key={scope}
          name={place === 0 ? "scopes" : scope}
          checked={value.includes(scope)}
          error={place === KEY_SCOPES.length - 1 ? error : undefined}
          onChange={(may) =>
            onChange(KEY_SCOPES.filter((each) => (each === scope ? may : value.includes(each))))
          }
        >
          {t(`scopes.${scope}`)}
        </CheckField>
      ))}
    </fieldset>
  );
}
