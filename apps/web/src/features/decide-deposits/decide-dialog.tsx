import type { StaffDepositRow } from "@sightline/contract/deposits";
import { formatUsd, parseUsd } from "@sightline/contract/money";
import { Button } from "@sightline/ui/button";
import { Actions, Dialog } from "@sightline/ui/dialog";
import { TextField } from "@sightline/ui/text-field";
import { useToast } from "@sightline/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { SendError } from "../../components/send-error";
import { useForm } from "../../lib/use-form";
import { bookByHandMutation, reverseMutation } from "./queries";

/** Reverses what the chain took back, or books by hand what is not booked by itself. */
export function DecideDialog({ deposit, onClose }: { deposit: StaffDepositRow; onClose: () => void }) {
  const { t } = useTranslation("billing");
  const toast = useToast();
  const book = useMutation(bookByHandMutation());
  const reverse = useMutation(reverseMutation());
  const schema = useMemo(
    () =>
      z.object({
        amount: z
          .string()
          .transform((text) => (deposit.missing ? 1 : parseUsd(text)))
          .pipe(z.number(t("staff.amountWrong")).min(1, t("staff.amountWrong"))),
        reason: z.string().trim().min(3, t("staff.reason")).max(500),
      }),
    [t, deposit.missing],
  );
  const { depositId } = deposit;
  const done = (text: string) => {
    toast({ tone: "good", text });
    onClose();
  };
  const form = useForm(schema, { amount: deposit.amount ?? "", reason: "" }, ({ amount, reason }) =>
    deposit.missing
      ? reverse.mutate({ depositId, reason }, { onSuccess: () => done(t("staff.decided")) })
      : book.mutate(
          { depositId, amountMicros: amount, reason },
          { onSuccess: ({ waits }) => done(waits ? t("staff.waits") : t("staff.decided")) },
        ),
  );
  const amountMicros = deposit.missing ? deposit.amountMicros : parseUsd(form.values.amount);
  const amount = formatUsd(amountMicros ?? 0);
  return (
    <Dialog title={deposit.missing ? t("staff.reverse") : t("staff.book")} isOpen onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="flex flex-col gap-4">
        {deposit.missing ? (
          <p>{t("staff.reverseBody")}</p>
        ) : (
          <TextField
            {...form.field("amount")}
            label={t("staff.amountUsd")}
            inputMode="decimal"
            suffix="USD"
            mono
          />
        )}
        <TextField {...form.field("reason")} label={t("staff.reason")} autoComplete="off" />
        <SendError title={t("unexpected")} error={book.error ?? reverse.error} />
        <Actions>
          <Button
            type="submit"
            tone={deposit.missing ? "danger" : "primary"}
            isPending={book.isPending || reverse.isPending}
          >
            {deposit.missing ? t("staff.reverseOf", { amount }) : t("staff.bookOf", { amount })}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}
