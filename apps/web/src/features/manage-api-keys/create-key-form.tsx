import { createApiKeySchema } from "@sightline/contract/customer";
import { Button } from "@sightline/ui/button";
import { Actions } from "@sightline/ui/dialog";
import { TextField } from "@sightline/ui/text-field";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { useForm } from "../../lib/use-form";

export interface CreateKeyFormProps {
  pending: boolean;
  error: unknown;
  onSend: (name: string) => void;
  onCancel: () => void;
}

export function CreateKeyForm({ pending, error, onSend, onCancel }: CreateKeyFormProps) {
  const { t } = useTranslation("customer");
  const form = useForm(createApiKeySchema, { name: "" }, ({ name }) => onSend(name));
  return (
    <form noValidate onSubmit={form.onSubmit} className="flex flex-col gap-4">
      <TextField
        {...form.field("name")}
        label={t("keys.name")}
        help={t("keys.nameHelp")}
        autoComplete="off"
        maxLength={60}
        autoFocus
      />
      <SendError title={t("keys.createFailed")} error={error} />
      <Actions>
        <Button onPress={onCancel}>{t("keys.cancel")}</Button>
        <Button type="submit" tone="primary" isPending={pending}>
          {t("keys.create")}
        </Button>
      </Actions>
    </form>
  );
}
