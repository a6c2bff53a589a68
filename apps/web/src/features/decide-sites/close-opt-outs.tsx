import type { OptOutRow } from "@sightline/contract/sites";
import { Button } from "@sightline/ui/button";
import { EmptyState } from "@sightline/ui/empty-state";
import { RelativeTime } from "@sightline/ui/relative-time";
import { Section } from "@sightline/ui/section";
import { Table } from "@sightline/ui/table";
import type { TableColumn } from "@sightline/ui/table-columns";
import { useToast } from "@sightline/ui/toast";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { closeOptOutMutation, optOutsQuery } from "./queries";

const optOutId = (row: OptOutRow) => row.id;

export function CloseOptOuts() {
  const { t } = useTranslation("staffSites");
  const toast = useToast();
  const { data, error, refetch } = useQuery(optOutsQuery);
  const { mutate: close } = useMutation(closeOptOutMutation());
  const columns = useMemo<TableColumn<OptOutRow>[]>(
    () => [
      { id: "host", header: t("switchHost"), cell: (row) => <span className="font-mono">{row.host}</span> },
      {
        id: "from",
        header: t("from"),
        from: "sm",
        cell: (row) => `${row.email} (${row.mailConfirmedAtMs === null ? t("unconfirmed") : t("confirmed")})`,
      },
      {
        id: "words",
        header: t("words"),
        from: "lg",
        cell: (row) => <span className="block max-w-80 break-words whitespace-normal">{row.words}</span>,
      },
      { id: "asked", header: t("asked"), from: "md", cell: (row) => <RelativeTime timeMs={row.askedAtMs} /> },
      {
        id: "actions",
        header: t("actions"),
        align: "end",
        cell: ({ id, host }) => (
          <Button
            size="small"
            aria-label={t("closeOf", { host })}
            onPress={() =>
              close(
                { id },
                {
                  onSuccess: () => toast({ tone: "good", text: t("closed") }),
                  onError: () => toast({ tone: "bad", text: t("closeFailed") }),
                },
              )
            }
          >
            {t("close")}
          </Button>
        ),
      },
    ],
    [t, toast, close],
  );
  return (
    <Section title={t("optOuts")} lead={t("optOutsLead")}>
      <Table
        id="opt-outs"
        label={t("optOuts")}
        density="dense"
        columns={columns}
        rows={data}
        rowId={optOutId}
        tools={false}
        error={
          data === undefined &&
          error && <LoadError title={t("optOutsFailed")} error={error} onRetry={refetch} />
        }
        empty={<EmptyState title={t("optOutsEmpty")} />}
      />
    </Section>
  );
}
