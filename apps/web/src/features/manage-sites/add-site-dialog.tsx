import { addSiteSchema, SITE_METHODS, type SiteMethod } from "@sightline/contract/sites";
import { Button } from "@sightline/ui/button";
import { CheckField } from "@sightline/ui/check-field";
import { ChoiceCards } from "@sightline/ui/choice-cards";
import { Actions, Dialog } from "@sightline/ui/dialog";
import { TextField } from "@sightline/ui/text-field";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { useForm } from "../../lib/use-form";
import { addSiteMutation } from "./queries";

export interface AddSiteDialogProps {
  onAdded: (id: number) => void;
  onClose: () => void;
}

export function AddSiteDialog({ onAdded, onClose }: AddSiteDialogProps) {
  const { t } = useTranslation("sites");
  const add = useMutation(addSiteMutation());
  const initial = { host: "", method: "dns" as SiteMethod, subdomains: false };
  const form = useForm(addSiteSchema, initial, (site) =>
    add.mutate(
      { ...site, subdomains: site.subdomains && site.method === "dns" },
      { onSuccess: ({ id }) => onAdded(id) },
    ),
  );
  const method = form.field("method");
  const subdomains = form.field("subdomains");
  return (
    <Dialog title={t("addTitle")} isOpen onClose={onClose} dismissable={!add.isPending}>
      <form noValidate onSubmit={form.onSubmit} className="flex flex-col gap-4">
        <TextField
          {...form.field("host")}
          label={t("hostField")}
          help={t("hostHelp")}
          autoComplete="off"
          mono
          autoFocus
        />
        <ChoiceCards
          name="method"
          label={t("methodField")}
          value={method.value}
          onChange={method.onChange}
          choices={SITE_METHODS.map((value) => ({
            value,
            title: t(`methods.${value}`),
            note: t(`methodNotes.${value}`),
          }))}
        />
        {method.value === "dns" && (
          <CheckField name="subdomains" checked={subdomains.value} onChange={subdomains.onChange}>
            {t("subdomains")}
          </CheckField>
        )}
        <SendError title={t("addFailed")} error={add.error} />
        <Actions>
          <Button onPress={onClose}>{t("cancel")}</Button>
          <Button type="submit" tone="primary" isPending={add.isPending}>
            {t("add")}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}
