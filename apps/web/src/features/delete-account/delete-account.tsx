import { Button } from "@sightline/ui/button";
import { Notice } from "@sightline/ui/notice";
import { Section } from "@sightline/ui/section";
import { LoadingBlock } from "@sightline/ui/skeleton";
import { useToast } from "@sightline/ui/toast";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { SendError } from "../../components/send-error";
import { addText } from "../../lib/text";
import { deletionText } from "../../text/deletion";
import { DeleteDialog } from "./delete-dialog";
import { cancelDeletionMutation, deletionQuery } from "./queries";

addText("deletion", deletionText);

/** The end of one's account: asked for, waited for, and taken back. */
export function DeleteAccount() {
  const { t } = useTranslation("deletion");
  const { data, error, refetch } = useQuery(deletionQuery);
  const [isAsking, setAsking] = useState(false);
  return (
    <Section title={t("title")} lead={t("lead")}>
      {data === undefined ? (
        error ? (
          <LoadError title={t("loadFailed")} error={error} onRetry={refetch} />
        ) : (
          <LoadingBlock />
        )
      ) : data.dueAtMs === null ? (
        <Button tone="danger" className="self-start" onPress={() => setAsking(true)}>
          {t("begin")}
        </Button>
      ) : (
        <Waiting dueAtMs={data.dueAtMs} />
      )}
      {isAsking && data && <DeleteDialog facts={data} onClose={() => setAsking(false)} />}
    </Section>
  );
}

function Waiting({ dueAtMs }: { dueAtMs: number }) {
  const { t } = useTranslation("deletion");
  const toast = useToast();
  const cancel = useMutation(cancelDeletionMutation());
  return (
    <div className="flex max-w-xl flex-col items-start gap-4">
      <Notice tone="wait">{t("waiting", { date: new Date(dueAtMs).toLocaleString() })}</Notice>
      <SendError title={t("keepFailed")} error={cancel.error} />
      <Button
        tone="primary"
        isPending={cancel.isPending}
        onPress={() =>
          cancel.mutate(undefined, { onSuccess: () => toast({ tone: "good", text: t("kept") }) })
        }
      >
        {t("keep")}
      </Button>
    </div>
  );
}
