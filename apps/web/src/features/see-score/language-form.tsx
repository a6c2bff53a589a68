import { WORKER_LANGUAGES } from "@sightline/contract/worker-languages";
import { Button } from "@sightline/ui/button";
import { Select } from "@sightline/ui/select";
import { useMutation } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { languageName } from "./language-name";
import { setLanguagesMutation } from "./queries";

const LANGUAGES_MAX = 20;
const CODES = [...WORKER_LANGUAGES].sort((a, b) => languageName(a).localeCompare(languageName(b)));

/** Saved with each choice. */
export function LanguageForm({ languages }: { languages: string[] }) {
  const { t } = useTranslation("score");
  const save = useMutation(setLanguagesMutation());
  const shown = save.isPending ? save.variables.languages : languages;
  const left = CODES.filter((code) => !shown.includes(code));
  return (
    <div className="flex flex-col items-start gap-3">
      {shown.length === 0 ? (
        <p className="text-text-quiet">{t("language.none")}</p>
      ) : (
        <ul className="flex flex-wrap gap-2">
          {shown.map((code) => (
            <li key={code}>
              <Button
                size="small"
                aria-label={t("language.remove", { name: languageName(code) })}
                onPress={() => save.mutate({ languages: shown.filter((each) => each !== code) })}
              >
                {languageName(code)}
                <X aria-hidden className="size-4" />
              </Button>
            </li>
          ))}
        </ul>
      )}
      {shown.length < LANGUAGES_MAX && (
        <Select
          label={t("language.add")}
          value=""
          onChange={(code) => code !== "" && save.mutate({ languages: [...shown, code] })}
          options={[
            { value: "", label: t("language.choose") },
            ...left.map((value) => ({ value, label: languageName(value) })),
          ]}
        />
      )}
      <SendError title={t("language.saveFailed")} error={save.error} />
    </div>
  );
}
