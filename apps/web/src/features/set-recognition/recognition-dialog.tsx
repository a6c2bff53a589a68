import type { RecognitionRow } from "@sightline/contract/recognition";
import { Dialog } from "@sightline/ui/dialog";
import { useToast } from "@sightline/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { setRecognitionMutation } from "./queries";
import { RecognitionForm } from "./recognition-form";

export function RecognitionDialog({ row, onClose }: { row: RecognitionRow; onClose: () => void }) {
  const { t } = useTranslation("recognition");
  const toast = useToast();
  const save = useMutation(setRecognitionMutation());
  return (
    <Dialog title={t(`kinds.${row.kind}`)} isOpen onClose={onClose} dismissable={!save.isPending}>
      <RecognitionForm
        row={row}
        pending={save.isPending}
        error={save.error}
        onCancel={onClose}
        onSend={(rule) =>
          save.mutate(
            { kind: row.kind, rule },
            {
              onSuccess: () => {
                toast({ tone: "good", text: t("saved") });
                onClose();
              },
            },
          )
        }
      />
    </Dialog>
  );
}
