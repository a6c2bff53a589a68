import type { RefusedAccountRow } from "@sightline/contract/images";
import { Button } from "@sightline/ui/button";
import { EmptyState } from "@sightline/ui/empty-state";
import { Section } from "@sightline/ui/section";
import { Table } from "@sightline/ui/table";
import type { TableColumn } from "@sightline/ui/table-columns";
import { useToast } from "@sightline/ui/toast";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { ReasonDialog } from "../../components/reason-dialog";
import { excuseImagesMutation, refusedAccountsQuery } from "./queries";

const accountIdOf = (row: RefusedAccountRow) => row.accountId;
const whoIs = (row: RefusedAccountRow) => row.email ?? String(row.accountId);

export function RefusedAccounts() {
  const { t } = useTranslation("images");
  const toast = useToast();
  const { data, error, refetch } = useQuery(refusedAccountsQuery);
  const excuse = useMutation(excuseImagesMutation());
  const [excusing, setExcusing] = useState<RefusedAccountRow | null>(null);
  const columns = useMemo<TableColumn<RefusedAccountRow>[]>(
    () => [
      { id: "account", header: t("staff.account"), cell: whoIs },
      {
        id: "share",
        header: t("staff.share"),
        cell: ({ unreadable, ended }) => t("staff.ofEnded", { unreadable, ended }),
      },
      {
        id: "actions",
        header: t("staff.actions"),
        align: "end",
        cell: (row) => (
          <Button
            size="small"
            aria-label={t("staff.excuseOf", { who: whoIs(row) })}
            onPress={() => setExcusing(row)}
          >
            {t("staff.excuse")}
          </Button>
        ),
      },
    ],
    [t],
  );
  return (
    <Section title={t("staff.accounts")} lead={t("staff.accountsLead")}>
      <Table
        id="refused-accounts"
        label={t("staff.accounts")}
        density="dense"
        columns={columns}
        rows={data}
        rowId={accountIdOf}
        tools={false}
        error={
          data === undefined &&
          error && <LoadError title={t("staff.accountsFailed")} error={error} onRetry={refetch} />
        }
        empty={<EmptyState title={t("staff.accountsEmpty")} />}
      />
      {excusing && (
        <ReasonDialog
          title={t("staff.excuseOf", { who: whoIs(excusing) })}
          help={t("staff.reasonHelp")}
          send={t("staff.excuse")}
          mutation={excuse}
          onClose={() => setExcusing(null)}
          onSend={(reason) =>
            excuse.mutate(
              { accountId: excusing.accountId, reason },
              {
                onSuccess: () => {
                  toast({ tone: "good", text: t("staff.excused") });
                  setExcusing(null);
                },
              },
            )
          }
        >
          <p>{t("staff.excuseBody")}</p>
        </ReasonDialog>
      )}
    </Section>
  );
}
