import type { ImageBlockRow } from "@sightline/contract/images";
import { EmptyState } from "@sightline/ui/empty-state";
import { Section } from "@sightline/ui/section";
import { Table } from "@sightline/ui/table";
import { useToast } from "@sightline/ui/toast";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { ReasonDialog } from "../../components/reason-dialog";
import { blockColumns } from "./block-columns";
import { imageBlocksQuery, liftImageBlockMutation } from "./queries";

const blockId = (row: ImageBlockRow) => row.id;

export function ImageBlocks() {
  const { t } = useTranslation("images");
  const toast = useToast();
  const [before, setBefore] = useState<number>();
  const { data, error, refetch } = useQuery(imageBlocksQuery(before));
  const lift = useMutation(liftImageBlockMutation());
  const [lifting, setLifting] = useState<ImageBlockRow | null>(null);
  const columns = useMemo(() => blockColumns(t, setLifting), [t]);
  const nextBefore = data?.nextBefore ?? null;
  return (
    <Section title={t("staff.blocks")} lead={t("staff.blocksLead")}>
      <Table
        id="image-blocks"
        label={t("staff.blocks")}
        density="dense"
        columns={columns}
        rows={data?.rows}
        rowId={blockId}
        error={
          data === undefined &&
          error && <LoadError title={t("staff.blocksFailed")} error={error} onRetry={refetch} />
        }
        empty={<EmptyState title={t("staff.blocksEmpty")} />}
        paging={{
          onOlder: nextBefore === null ? null : () => setBefore(nextBefore),
          onNewest: before === undefined ? null : () => setBefore(undefined),
        }}
      />
      {lifting && (
        <ReasonDialog
          title={t("staff.liftTitle")}
          help={t("staff.reasonHelp")}
          send={t("staff.lift")}
          mutation={lift}
          onClose={() => setLifting(null)}
          onSend={(reason) =>
            lift.mutate(
              { blockId: lifting.id, reason },
              {
                onSuccess: () => {
                  toast({ tone: "good", text: t("staff.lifted") });
                  setLifting(null);
                },
              },
            )
          }
        >
          <p>{t("staff.liftBody")}</p>
        </ReasonDialog>
      )}
    </Section>
  );
}
