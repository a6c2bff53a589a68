import { Button } from "@sightline/ui/button";
import { Actions, Dialog } from "@sightline/ui/dialog";
import { TextField } from "@sightline/ui/text-field";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { useForm } from "../lib/use-form";
import { SendError } from "./send-error";

export interface ReasonDialogProps {
  title: string;
  children?: ReactNode;
  /** Who reads what is written. */
  help: string;
  /** What the button does, in words. */
  send: string;
  danger?: boolean;
  mutation: { isPending: boolean; error: unknown };
  onSend: (reason: string) => void;
  onClose: () => void;
}

const schema = z.object({ reason: z.string().trim().min(3, "Say why").max(500) });

/** Asks staff for the reason of what they are about to do; the audit log keeps it. */
export function ReasonDialog({
  title,
  children,
  help,
  send,
  danger = false,
  mutation,
  onSend,
  onClose,
}: ReasonDialogProps) {
  const { t } = useTranslation();
  const form = useForm(schema, { reason: "" }, ({ reason }) => onSend(reason));
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="flex flex-col gap-4">
        {children}
        <TextField {...form.field("reason")} label={t("reason.label")} help={help} lines={3} autoFocus />
        <SendError title={t("reason.failed")} error={mutation.error} />
        <Actions>
          <Button onPress={onClose}>{t("reason.cancel")}</Button>
          <Button type="submit" tone={danger ? "danger" : "primary"} isPending={mutation.isPending}>
            {send}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}
