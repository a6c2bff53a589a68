import { Button } from "@sightline/ui/button";
import { Actions, Dialog } from "@sightline/ui/dialog";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ShownKey } from "../../components/shown-key";
import { addText } from "../../lib/text";
import { keysText } from "../../text/keys";
import { KeyForm } from "./key-form";
import { createApiKeyMutation } from "./queries";

addText("keys", keysText);

export interface CreateKeyDialogProps {
  onCreated: (apiKey: string) => void;
  onClose: () => void;
}

/** Asks for its settings, then shows the key; from then on only the button that says it is stored closes it. */
export function CreateKeyDialog({ onCreated, onClose }: CreateKeyDialogProps) {
  const { t } = useTranslation("customer");
  const create = useMutation(createApiKeyMutation());
  const created = create.data;
  return (
    <Dialog
      title={created ? t("keys.createdTitle") : t("keys.createTitle")}
      isOpen
      onClose={onClose}
      dismissable={!created && !create.isPending}
    >
      {created ? (
        <div className="flex flex-col gap-4">
          <ShownKey apiKey={created.key} />
          <Actions>
            <Button tone="primary" autoFocus onPress={onClose}>
              {t("keys.stored")}
            </Button>
          </Actions>
        </div>
      ) : (
        <KeyForm
          pending={create.isPending}
          error={create.error}
          onSend={(settings) => create.mutate(settings, { onSuccess: ({ key }) => onCreated(key) })}
          onCancel={onClose}
        />
      )}
    </Dialog>
  );
}
