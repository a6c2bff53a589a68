import { Button } from "@sightline/ui/button";
import { TextField } from "@sightline/ui/text-field";
import { useToast } from "@sightline/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { readAddressLines } from "../../lib/read-address-lines";
import { setAllowedAddressesMutation } from "./queries";

export function AddressesForm({ saved }: { saved: string[] }) {
  const { t } = useTranslation("customer");
  const toast = useToast();
  const save = useMutation(setAllowedAddressesMutation());
  const [typed, setTyped] = useState(saved.join("\n"));
  const [checked, setChecked] = useState(false);
  const read = readAddressLines(typed);

  const send = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!read.ok) return;
    save.mutate(
      { addresses: read.addresses },
      { onSuccess: () => toast({ tone: "good", text: t("settings.saved") }) },
    );
  };
  const error = read.ok
    ? undefined
    : read.problem === "too_many"
      ? t("settings.addressesTooMany")
      : t("settings.addressWrong", { line: read.line });

  return (
    <form noValidate onSubmit={send} className="flex max-w-xl flex-col items-start gap-4">
      <TextField
        name="addresses"
        label={t("settings.addresses")}
        help={t("settings.addressesHelp")}
        error={checked ? error : undefined}
        value={typed}
        onChange={setTyped}
        onBlur={() => setChecked(true)}
        lines={4}
        mono
        spellCheck="false"
        autoComplete="off"
        className="w-full"
      />
      <SendError title={t("settings.saveFailed")} error={save.error} />
      <Button type="submit" isPending={save.isPending}>
        {t("settings.save")}
      </Button>
    </form>
  );
}
