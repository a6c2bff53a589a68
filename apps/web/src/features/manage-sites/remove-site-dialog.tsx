import type { SiteRow } from "@sightline/contract/sites";
import { Button } from "@sightline/ui/button";
import { Actions, Dialog } from "@sightline/ui/dialog";
import { useToast } from "@sightline/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { removeSiteMutation } from "./queries";

export interface RemoveSiteDialogProps {
  site: SiteRow;
  onRemoved: () => void;
  onClose: () => void;
}

export function RemoveSiteDialog({ site, onRemoved, onClose }: RemoveSiteDialogProps) {
  const { t } = useTranslation("sites");
  const toast = useToast();
  const remove = useMutation(removeSiteMutation());
  const send = () =>
    remove.mutate(
      { id: site.id },
      {
        onSuccess: () => {
          toast({ tone: "good", text: t("removed") });
          onRemoved();
        },
      },
    );
  return (
    <Dialog title={t("removeTitle", { host: site.host })} role="alertdialog" isOpen onClose={onClose}>
      <div className="flex flex-col gap-4">
        <p>{t("removeBody")}</p>
        <SendError title={t("removeFailed")} error={remove.error} />
        <Actions>
          <Button onPress={onClose}>{t("keep")}</Button>
          <Button tone="danger" onPress={send} isPending={remove.isPending}>
            {t("removeOf", { host: site.host })}
          </Button>
        </Actions>
      </div>
    </Dialog>
  );
}
