import type { BulkRefundFilter } from "@sightline/contract/refunds";
import { TASK_KIND_NAMES, type TaskKind } from "@sightline/contract/task-kinds";
import { Button } from "@sightline/ui/button";
import { Select } from "@sightline/ui/select";
import { TextField } from "@sightline/ui/text-field";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { useForm } from "../../lib/use-form";

const HOUR_MS = 3_600_000;

/** Which tasks of which account: hands on a filter for the dry run. */
export function RefundSetForm({ onLook }: { onLook: (filter: BulkRefundFilter) => void }) {
  const { t } = useTranslation(["refunds", "staff"]);
  const [kind, setKind] = useState<TaskKind | "all">("all");
  const schema = useMemo(
    () =>
      z.object({
        account: z
          .string()
          .trim()
          .regex(/^[1-9]\d{0,8}$/, t("accountWrong")),
        hours: z
          .string()
          .trim()
          .regex(/^([1-9]\d?|[1-6]\d\d|7[01]\d|720)$/, t("hoursWrong")),
      }),
    [t],
  );
  const form = useForm(schema, { account: "", hours: "24" }, ({ account, hours }) => {
    const nowMs = Date.now();
    onLook({
      accountId: Number(account),
      ...(kind !== "all" && { kind }),
      fromMs: nowMs - Number(hours) * HOUR_MS,
      toMs: nowMs,
    });
  });
  return (
    <form noValidate onSubmit={form.onSubmit} className="flex flex-col gap-4">
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField
          {...form.field("account")}
          label={t("account")}
          inputMode="numeric"
          autoComplete="off"
          mono
        />
        <TextField {...form.field("hours")} label={t("hours")} inputMode="numeric" autoComplete="off" />
        <Select
          label={t("kind")}
          value={kind}
          onChange={setKind}
          options={[
            { value: "all" as const, label: t("allKinds") },
            ...TASK_KIND_NAMES.map((value) => ({ value, label: t(`staff:queue.kinds.${value}`) })),
          ]}
        />
      </div>
      <Button type="submit" className="self-start">
        {t("look")}
      </Button>
    </form>
  );
}
