import type { ApiKeyRow, KeySettings } from "@sightline/contract/api-keys";
import { Button } from "@sightline/ui/button";
import { Actions } from "@sightline/ui/dialog";
import { Select } from "@sightline/ui/select";
import { TextField } from "@sightline/ui/text-field";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { useForm } from "../../lib/use-form";
import { expiryOptions, keyFormSchema, keyFormValues } from "./key-form-schema";
import { ScopesField } from "./scopes-field";

export interface KeyFormProps {
  /** The key to change; none for one that is to be made. */
  row?: ApiKeyRow;
  pending: boolean;
  error: unknown;
  onSend: (settings: KeySettings) => void;
  onCancel: () => void;
}

/** A key's name, and folded away where it is new: what it may do, from where, for how much and until when. */
export function KeyForm({ row, pending, error, onSend, onCancel }: KeyFormProps) {
  const { t } = useTranslation(["customer", "keys"]);
  const { t: tKeys } = useTranslation("keys");
  const form = useForm(keyFormSchema(tKeys, row), keyFormValues(row), onSend);
  const scopes = form.field("scopes");
  const addresses = form.field("addresses");
  const expires = form.field("expires");
  const dayBudget = form.field("dayBudget");
  const monthBudget = form.field("monthBudget");
  const wrong = [scopes, addresses, dayBudget, monthBudget].some(({ error }) => error !== undefined);
  return (
    <form noValidate onSubmit={form.onSubmit} className="flex flex-col gap-4">
      <TextField
        {...form.field("name")}
        label={t("keys.name")}
        help={t("keys.nameHelp")}
        autoComplete="off"
        autoFocus
      />
      <details {...((row || wrong) && { open: true })}>
        <summary className="cursor-pointer rounded-6 text-14 text-accent-text">{tKeys("options")}</summary>
        <div className="flex flex-col gap-5 pt-4">
          <ScopesField {...scopes} />
          <TextField
            {...addresses}
            label={tKeys("addresses")}
            help={tKeys("addressesHelp")}
            lines={3}
            mono
            spellCheck="false"
            autoComplete="off"
          />
          <TextField
            {...dayBudget}
            label={tKeys("dayBudget")}
            help={tKeys("budgetHelp")}
            inputMode="decimal"
            autoComplete="off"
            suffix="USD"
            mono
          />
          <TextField
            {...monthBudget}
            label={tKeys("monthBudget")}
            inputMode="decimal"
            autoComplete="off"
            suffix="USD"
            mono
          />
          <Select
            label={tKeys("expires")}
            options={expiryOptions(tKeys, row)}
            value={expires.value}
            onChange={expires.onChange}
          />
        </div>
      </details>
      <SendError title={row ? tKeys("saveFailed") : t("keys.createFailed")} error={error} />
      <Actions>
        <Button onPress={onCancel}>{t("keys.cancel")}</Button>
        <Button type="submit" tone="primary" isPending={pending}>
          {row ? tKeys("save") : t("keys.create")}
        </Button>
      </Actions>
    </form>
  );
}
