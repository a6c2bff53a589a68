import { type ApiKeyRow, OVERLAP_HOURS } from "@sightline/contract/api-keys";
import { Button } from "@sightline/ui/button";
import { Actions, Dialog } from "@sightline/ui/dialog";
import { Select } from "@sightline/ui/select";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { ShownKey } from "../../components/shown-key";
import { keysText } from "../../text/keys";
import { rotateApiKeyMutation } from "./queries";

type Overlap = `${(typeof OVERLAP_HOURS)[number]}`;

const OVERLAPS = OVERLAP_HOURS.map((hours) => ({
  value: `${hours}` as Overlap,
  label: keysText.overlaps[hours],
}));

/** Asks how long the old secret shall work, then shows the new one; only "stored" closes it from then on. */
export function RotateKeyDialog({ row, onClose }: { row: ApiKeyRow; onClose: () => void }) {
  const { t } = useTranslation("keys");
  const [overlap, setOverlap] = useState<Overlap>("24");
  const rotate = useMutation(rotateApiKeyMutation());
  const made = rotate.data;
  const send = () => {
    const overlapHours = OVERLAP_HOURS.find((hours) => `${hours}` === overlap) ?? 0;
    rotate.mutate({ id: row.id, overlapHours });
  };
  return (
    <Dialog
      title={made ? t("rotated") : t("rotateTitle", { name: row.name })}
      isOpen
      onClose={onClose}
      dismissable={!made && !rotate.isPending}
    >
      {made ? (
        <div className="flex flex-col gap-4">
          <ShownKey apiKey={made.key} />
          <Actions>
            <Button tone="primary" autoFocus onPress={onClose}>
              {t("stored")}
            </Button>
          </Actions>
        </div>
      ) : (
        <div className="flex flex-col gap-4">
          <p>
            {t("rotateBody")} {row.previous && t("rotateAgain")}
          </p>
          <Select label={t("overlap")} options={OVERLAPS} value={overlap} onChange={setOverlap} />
          <SendError title={t("rotateFailed")} error={rotate.error} />
          <Actions>
            <Button onPress={onClose}>{t("cancel")}</Button>
            <Button tone="primary" isPending={rotate.isPending} onPress={send}>
              {t("rotate")}
            </Button>
          </Actions>
        </div>
      )}
    </Dialog>
  );
}
