import type { BanRow } from "@sightline/contract/bans";
import { EmptyState } from "@sightline/ui/empty-state";
import { Table } from "@sightline/ui/table";
import { useToast } from "@sightline/ui/toast";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { ReasonDialog } from "../../components/reason-dialog";
import { banColumns, whoIsBanned } from "./ban-columns";
import { type BansWanted, bansQuery, liftBanMutation } from "./queries";

const banId = (row: BanRow) => row.id;

export function BrowseBans({
  wanted,
  onPage,
}: {
  wanted: BansWanted;
  onPage: (before: number | undefined) => void;
}) {
  const { t } = useTranslation("bans");
  const toast = useToast();
  const { data, error, refetch } = useQuery(bansQuery(wanted));
  const lift = useMutation(liftBanMutation());
  const [lifting, setLifting] = useState<BanRow | null>(null);
  const columns = useMemo(() => banColumns(t, setLifting), [t]);
  const nextBefore = data?.nextBefore ?? null;
  return (
    <>
      <Table
        id="bans"
        label={t("running")}
        density="dense"
        columns={columns}
        rows={data?.rows}
        rowId={banId}
        error={
          data === undefined && error && <LoadError title={t("failed")} error={error} onRetry={refetch} />
        }
        empty={<EmptyState title={t(wanted.running ? "empty" : "emptyAll")} />}
        paging={{
          onOlder: nextBefore === null ? null : () => onPage(nextBefore),
          onNewest: wanted.before === undefined ? null : () => onPage(undefined),
        }}
      />
      {lifting && (
        <ReasonDialog
          title={t("liftTitle", { who: whoIsBanned(lifting) })}
          help={t("reasonHelp")}
          send={t("lift")}
          mutation={lift}
          onClose={() => setLifting(null)}
          onSend={(reason) =>
            lift.mutate(
              { banId: lifting.id, reason },
              {
                onSuccess: () => {
                  toast({ tone: "good", text: t("lifted") });
                  setLifting(null);
                },
              },
            )
          }
        >
          <p>{t("liftBody")}</p>
        </ReasonDialog>
      )}
    </>
  );
}
