import type { ApiKeyRow } from "@sightline/contract/api-keys";
import { Button } from "@sightline/ui/button";
import { Actions, Dialog } from "@sightline/ui/dialog";
import { useToast } from "@sightline/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { revokeApiKeyMutation } from "./queries";

export function RevokeKeyDialog({ apiKey, onClose }: { apiKey: ApiKeyRow; onClose: () => void }) {
  const { t } = useTranslation("customer");
  const toast = useToast();
  const revoke = useMutation(revokeApiKeyMutation());
  const send = () =>
    revoke.mutate(
      { id: apiKey.id },
      {
        onSuccess: () => {
          toast({ tone: "good", text: t("keys.revoked") });
          onClose();
        },
      },
    );
  return (
    <Dialog title={t("keys.revokeTitle", { name: apiKey.name })} role="alertdialog" isOpen onClose={onClose}>
      <div className="flex flex-col gap-4">
        <p>{t("keys.revokeBody")}</p>
        <SendError title={t("keys.revokeFailed")} error={revoke.error} />
        <Actions>
          <Button onPress={onClose}>{t("keys.keep")}</Button>
          <Button tone="danger" onPress={send} isPending={revoke.isPending}>
            {t("keys.revokeOf", { name: apiKey.name })}
          </Button>
        </Actions>
      </div>
    </Dialog>
  );
}
