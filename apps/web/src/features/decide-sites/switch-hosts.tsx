import type { HostSwitchRow } from "@sightline/contract/sites";
import { Button } from "@sightline/ui/button";
import { EmptyState } from "@sightline/ui/empty-state";
import { RelativeTime } from "@sightline/ui/relative-time";
import { Section } from "@sightline/ui/section";
import { Table } from "@sightline/ui/table";
import type { TableColumn } from "@sightline/ui/table-columns";
import { useToast } from "@sightline/ui/toast";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { hostSwitchesQuery, switchOnMutation } from "./queries";
import { SwitchOffDialog } from "./switch-off-dialog";

const hostOf = (row: HostSwitchRow) => row.host;

export function SwitchHosts() {
  const { t } = useTranslation("staffSites");
  const toast = useToast();
  const { data, error, refetch } = useQuery(hostSwitchesQuery);
  const { mutate: switchOn } = useMutation(switchOnMutation());
  const [adding, setAdding] = useState(false);
  const columns = useMemo<TableColumn<HostSwitchRow>[]>(
    () => [
      { id: "host", header: t("switchHost"), cell: (row) => <span className="font-mono">{row.host}</span> },
      {
        id: "reason",
        header: t("switchReason"),
        from: "sm",
        cell: (row) => `${row.reason} (${row.byOwner ? t("byOwner") : t("byStaff")})`,
      },
      { id: "since", header: t("since"), from: "md", cell: (row) => <RelativeTime timeMs={row.offAtMs} /> },
      {
        id: "actions",
        header: t("actions"),
        align: "end",
        cell: ({ host }) => (
          <Button
            size="small"
            aria-label={t("switchOnOf", { host })}
            onPress={() =>
              switchOn(
                { host },
                {
                  onSuccess: () => toast({ tone: "good", text: t("switchedOn") }),
                  onError: () => toast({ tone: "bad", text: t("switchFailed") }),
                },
              )
            }
          >
            {t("switchOn")}
          </Button>
        ),
      },
    ],
    [t, toast, switchOn],
  );
  return (
    <Section
      title={t("switches")}
      lead={t("switchesLead")}
      action={<Button onPress={() => setAdding(true)}>{t("switchOff")}</Button>}
    >
      <Table
        id="host-switches"
        label={t("switches")}
        density="dense"
        columns={columns}
        rows={data}
        rowId={hostOf}
        tools={false}
        error={
          data === undefined &&
          error && <LoadError title={t("switchesFailed")} error={error} onRetry={refetch} />
        }
        empty={<EmptyState title={t("switchesEmpty")} />}
      />
      {adding && <SwitchOffDialog onClose={() => setAdding(false)} />}
    </Section>
  );
}
