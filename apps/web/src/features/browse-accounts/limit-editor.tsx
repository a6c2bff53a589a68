import type { LimitName } from "@sightline/contract/limits";
import { Button } from "@sightline/ui/button";
import { TextField } from "@sightline/ui/text-field";
import { useToast } from "@sightline/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { useLimitLabel } from "./limit-label";
import { setAccountLimitMutation } from "./queries";

const VALUE_MAX = 1_000_000_000;

export interface LimitEditorProps {
  accountId: number;
  limit: { name: LimitName; value: number; usual: number };
  editable: boolean;
}

export function LimitEditor({ accountId, limit, editable }: LimitEditorProps) {
  const { t } = useTranslation("staff");
  const toast = useToast();
  const label = useLimitLabel()(limit.name);
  const save = useMutation(setAccountLimitMutation());
  const [typed, setTyped] = useState(String(limit.value));
  const [checked, setChecked] = useState(false);
  const value = wholeNumber(typed);

  const set = (next: number | null) =>
    save.mutate(
      { accountId, limit: limit.name, value: next },
      {
        onSuccess: () => {
          setTyped(String(next ?? limit.usual));
          toast({ tone: "good", text: t("limits.saved") });
        },
      },
    );
  const send = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (value !== null) set(value);
  };

  return (
    <form noValidate onSubmit={send} className="flex flex-col gap-2">
      <div className="flex items-end gap-2">
        <TextField
          label={label}
          value={typed}
          onChange={setTyped}
          onBlur={() => setChecked(true)}
          error={checked && value === null ? t("limits.whole") : undefined}
          help={t("limits.usual", { value: limit.usual })}
          isReadOnly={!editable}
          inputMode="numeric"
          autoComplete="off"
          mono
          className="grow"
        />
      </div>
      {editable && (
        <div className="flex gap-2">
          <Button
            type="submit"
            size="small"
            isDisabled={value === limit.value}
            isPending={save.isPending}
            aria-label={t("limits.saveOf", { name: label })}
          >
            {t("limits.save")}
          </Button>
          {limit.value !== limit.usual && (
            <Button
              size="small"
              tone="quiet"
              onPress={() => set(null)}
              aria-label={t("limits.usualAgainOf", { name: label, value: limit.usual })}
            >
              {t("limits.usualAgain")}
            </Button>
          )}
        </div>
      )}
      <SendError title={t("accounts.unexpected")} error={save.error} />
    </form>
  );
}

function wholeNumber(typed: string): number | null {
  const digits = typed.replace(/[\s_]/g, "");
  return /^\d{1,10}$/.test(digits) && Number(digits) <= VALUE_MAX ? Number(digits) : null;
}
