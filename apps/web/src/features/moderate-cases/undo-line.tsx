import type { VerdictReply } from "@sightline/contract/moderation";
import { Button } from "@sightline/ui/button";
import { type HotKey, useHotKeys } from "@sightline/ui/hot-keys";
import { Notice } from "@sightline/ui/notice";
import { useNow } from "@sightline/ui/now";
import { useToast } from "@sightline/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { undoMutation } from "./queries";

export interface LastVerdict extends VerdictReply {
  caseId: number;
}

/** What was just decided, and the way back while there is one. */
export function UndoLine({ last, onUndone }: { last: LastVerdict; onUndone: (caseId: number) => void }) {
  const { t } = useTranslation("moderation");
  const toast = useToast();
  const undo = useMutation(undoMutation());
  const secondsLeft = useNow((nowMs) => Math.max(0, Math.ceil((last.undoUntilMs - nowMs) / 1_000)));
  const { mutate } = undo;
  const keys = useMemo<HotKey[]>(() => {
    const run = () =>
      mutate(
        { caseId: last.caseId },
        {
          onSuccess: () => {
            toast({ tone: "good", text: t("undone") });
            onUndone(last.caseId);
          },
        },
      );
    return [{ keys: "z", label: t("keys.undo"), run }];
  }, [last.caseId, mutate, onUndone, t, toast]);
  useHotKeys(keys);
  return (
    <>
      <Notice tone="good">
        <div role="status" className="flex flex-wrap items-center gap-3">
          {t(`outcome.${last.outcome}`, { id: last.caseId })}
          {secondsLeft > 0 && (
            <Button size="small" isPending={undo.isPending} onPress={() => keys[0]?.run()}>
              {t("undo", { seconds: secondsLeft })}
            </Button>
          )}
        </div>
      </Notice>
      <SendError title={t("undoFailed")} error={undo.error} />
    </>
  );
}
