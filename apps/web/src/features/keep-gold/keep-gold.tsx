import type { GoldPage, GoldRow } from "@sightline/contract/gold";
import { EmptyState } from "@sightline/ui/empty-state";
import { Table } from "@sightline/ui/table";
import { useToast } from "@sightline/ui/toast";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { goldColumns } from "./gold-columns";
import { type GoldWanted, goldQuery, retireGoldMutation } from "./queries";

const goldId = (row: GoldRow) => row.id;

export function KeepGold({
  wanted,
  onPage,
}: {
  wanted: GoldWanted;
  onPage: (before: number | undefined) => void;
}) {
  const { t } = useTranslation("gold");
  const toast = useToast();
  const { data, error, refetch } = useQuery(goldQuery(wanted));
  const { mutate: retire } = useMutation(retireGoldMutation());
  const state = wanted.state ?? "in_use";
  const columns = useMemo(
    () =>
      goldColumns(t, (id) =>
        retire(
          { id },
          {
            onSuccess: () => toast({ tone: "good", text: t("retired") }),
            onError: () => toast({ tone: "bad", text: t("retireFailed") }),
          },
        ),
      ),
    [t, toast, retire],
  );
  const next = data?.nextBefore ?? null;
  return (
    <>
      {data && <InUse counts={data.inUse} />}
      <Table
        id="gold"
        label={t("label")}
        density="dense"
        columns={columns}
        rows={data?.rows}
        rowId={goldId}
        error={
          data === undefined && error && <LoadError title={t("failed")} error={error} onRetry={refetch} />
        }
        empty={
          <EmptyState title={t(`empty.${state}`)}>
            {state === "proposed" ? t("emptyProposed") : state === "in_use" && t("emptyBody")}
          </EmptyState>
        }
        paging={{
          onOlder: next === null ? null : () => onPage(next),
          onNewest: wanted.before === undefined ? null : () => onPage(undefined),
        }}
      />
    </>
  );
}

function InUse({ counts }: { counts: GoldPage["inUse"] }) {
  const { t } = useTranslation("gold");
  if (counts.length === 0) return null;
  return (
    <p className="text-13 text-text-quiet">
      {t("inUse")}: {counts.map(({ kind, count }) => `${t(`kinds.${kind}`)} ${count}`).join(", ")}
    </p>
  );
}
