import type { CrowdSettings } from "@sightline/contract/crowd";
import { Button } from "@sightline/ui/button";
import { CheckField } from "@sightline/ui/check-field";
import { TextLink } from "@sightline/ui/text-link";
import { useToast } from "@sightline/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { setCrowdSettingsMutation } from "./queries";

export function CrowdForm({ saved }: { saved: CrowdSettings }) {
  const { t } = useTranslation("crowd");
  const toast = useToast();
  const save = useMutation(setCrowdSettingsMutation());
  const [chosen, setChosen] = useState(saved);

  const send = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(chosen, { onSuccess: () => toast({ tone: "good", text: t("settings.saved") }) });
  };
  return (
    <form onSubmit={send} className="flex max-w-xl flex-col items-start gap-4">
      <CheckField
        name="sandbox"
        checked={chosen.sandbox}
        onChange={(sandbox) => setChosen({ ...chosen, sandbox })}
      >
        {t("settings.sandbox")}
      </CheckField>
      <CheckField
        name="sharesGold"
        checked={chosen.sharesGold}
        onChange={(sharesGold) => setChosen({ ...chosen, sharesGold })}
      >
        {t("settings.sharesGold")}
      </CheckField>
      <TextLink href="/app/sandbox">{t("settings.open")}</TextLink>
      <SendError title={t("settings.saveFailed")} error={save.error} />
      <Button type="submit" isPending={save.isPending}>
        {t("settings.save")}
      </Button>
    </form>
  );
}
