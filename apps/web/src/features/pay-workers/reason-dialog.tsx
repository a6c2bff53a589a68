import { Button } from "@sightline/ui/button";
import { Actions, Dialog } from "@sightline/ui/dialog";
import { TextField } from "@sightline/ui/text-field";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { SendError } from "../../components/send-error";
import { useForm } from "../../lib/use-form";

interface ReasonDialogProps {
  title: string;
  /** What the act means, before it is done. */
  body: string;
  /** Names the act and its effect. */
  act: string;
  isPending: boolean;
  error: unknown;
  onSend: (reason: string) => void;
  onClose: () => void;
}

/** An act of money that is written down with its reason. */
export function ReasonDialog({ title, body, act, isPending, error, onSend, onClose }: ReasonDialogProps) {
  const { t } = useTranslation("payouts");
  const schema = useMemo(
    () => z.object({ reason: z.string().trim().min(3, t("staff.reasonShort")).max(500) }),
    [t],
  );
  const form = useForm(schema, { reason: "" }, ({ reason }) => onSend(reason));
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="flex flex-col gap-4">
        <p>{body}</p>
        <TextField {...form.field("reason")} label={t("staff.reason")} autoComplete="off" />
        <SendError title={t("unexpected")} error={error} />
        <Actions>
          <Button type="submit" tone="danger" isPending={isPending}>
            {act}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}
