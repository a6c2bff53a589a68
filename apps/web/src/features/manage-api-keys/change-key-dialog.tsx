import type { ApiKeyRow } from "@sightline/contract/api-keys";
import { Dialog } from "@sightline/ui/dialog";
import { useToast } from "@sightline/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { KeyForm } from "./key-form";
import { changeApiKeyMutation } from "./queries";

export function ChangeKeyDialog({ row, onClose }: { row: ApiKeyRow; onClose: () => void }) {
  const { t } = useTranslation("keys");
  const toast = useToast();
  const change = useMutation(changeApiKeyMutation());
  return (
    <Dialog title={t("changeTitle", { name: row.name })} isOpen onClose={onClose}>
      <KeyForm
        row={row}
        pending={change.isPending}
        error={change.error}
        onSend={(settings) =>
          change.mutate(
            { id: row.id, ...settings },
            {
              onSuccess: () => {
                toast({ tone: "good", text: t("saved") });
                onClose();
              },
            },
          )
        }
        onCancel={onClose}
      />
    </Dialog>
  );
}
