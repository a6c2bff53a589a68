import { CheckField } from "@sightline/ui/check-field";
import { useToast } from "@sightline/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ReasonDialog } from "../../components/reason-dialog";
import { BlockEffect } from "./block-effect";
import { blockImageMutation } from "./queries";

export function BlockImageDialog({ taskId, onClose }: { taskId: number; onClose: () => void }) {
  const { t } = useTranslation("images");
  const toast = useToast();
  const block = useMutation(blockImageMutation());
  const [forEverybody, setForEverybody] = useState(false);
  return (
    <ReasonDialog
      title={t("staff.blockTitle")}
      help={t("staff.customerReads")}
      send={t("staff.blockSend")}
      danger
      mutation={block}
      onClose={onClose}
      onSend={(reason) =>
        block.mutate(
          { taskId, forEverybody, reason },
          {
            onSuccess: () => {
              toast({ tone: "good", text: t("staff.blocked") });
              onClose();
            },
          },
        )
      }
    >
      <p>{t("staff.blockBody")}</p>
      <CheckField name="forEverybody" checked={forEverybody} onChange={setForEverybody}>
        {t("staff.forEverybody")}
      </CheckField>
      <BlockEffect taskId={taskId} forEverybody={forEverybody} />
    </ReasonDialog>
  );
}
