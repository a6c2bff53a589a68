import { formatUsd, parseUsd } from "@sightline/contract/money";
import { bookDepositSchema } from "@sightline/contract/staff";
import { Button } from "@sightline/ui/button";
import { Section } from "@sightline/ui/section";
import { TextField } from "@sightline/ui/text-field";
import { useToast } from "@sightline/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { SendError } from "../../components/send-error";
import { newClientId } from "../../lib/new-client-id";
import { usdAmount } from "../../lib/usd-amount";
import { useForm } from "../../lib/use-form";
import { bookDepositMutation } from "./queries";

export function DepositForm({ accountId }: { accountId: number }) {
  const { t } = useTranslation("staff");
  const toast = useToast();
  const book = useMutation(bookDepositMutation());
  /** Kept until it has been booked: sent again after a cut, it books once. */
  const [clientId, setClientId] = useState(newClientId);
  const schema = useMemo(
    () =>
      z.object({
        amount: usdAmount(t("deposit.amountWrong"), { minMicros: 1 }),
        reason: bookDepositSchema.shape.reason,
      }),
    [t],
  );
  const form = useForm(schema, { amount: "", reason: "" }, ({ amount, reason }) =>
    book.mutate(
      { clientId, accountId, amountMicros: amount, reason },
      {
        onSuccess: ({ waits }) => {
          const said = { amount: formatUsd(amount) };
          toast({ tone: "good", text: waits ? t("deposit.waits", said) : t("deposit.booked", said) });
          form.reset();
          setClientId(newClientId);
        },
      },
    ),
  );
  const amountMicros = parseUsd(form.values.amount);

  return (
    <Section title={t("deposit.title")} lead={t("deposit.lead")}>
      <form noValidate onSubmit={form.onSubmit} className="flex flex-col gap-4">
        <TextField
          {...form.field("amount")}
          label={t("deposit.amount")}
          help={t("deposit.amountHelp")}
          inputMode="decimal"
          autoComplete="off"
          suffix="USD"
          mono
        />
        <TextField
          {...form.field("reason")}
          label={t("deposit.reason")}
          help={t("deposit.reasonHelp")}
          autoComplete="off"
        />
        <SendError title={t("accounts.unexpected")} error={book.error} />
        <Button type="submit" isPending={book.isPending} className="self-start">
          {amountMicros ? t("deposit.sendOf", { amount: formatUsd(amountMicros) }) : t("deposit.send")}
        </Button>
      </form>
    </Section>
  );
}
