import type { ExemptionRow } from "@sightline/contract/bans";
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
import { ExemptDialog } from "./exempt-dialog";
import { endExemptionMutation, exemptionsQuery } from "./queries";

const subjectOf = (row: ExemptionRow) => row.subject;

/** Everybody on the staff may look; `mayChange` is for admins. */
export function ExemptAddresses({ mayChange }: { mayChange: boolean }) {
  const { t } = useTranslation("bans");
  const toast = useToast();
  const { data, error, refetch } = useQuery(exemptionsQuery);
  const end = useMutation(endExemptionMutation());
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<string | null>(null);
  const columns = useMemo<TableColumn<ExemptionRow>[]>(
    () => [
      {
        id: "address",
        header: t("address"),
        cell: (row) => <span className="font-mono">{row.subject}</span>,
      },
      { id: "why", header: t("why"), from: "sm", cell: (row) => row.reason },
      { id: "by", header: t("by"), from: "md", cell: (row) => row.setByEmail },
      ...(mayChange
        ? [
            {
              id: "actions",
              header: t("actions"),
              align: "end" as const,
              cell: ({ subject }: ExemptionRow) => (
                <Button
                  size="small"
                  aria-label={t("endOf", { address: subject })}
                  onPress={() => setEnding(subject)}
                >
                  {t("end")}
                </Button>
              ),
            },
          ]
        : []),
    ],
    [t, mayChange],
  );
  return (
    <Section
      title={t("exempt")}
      lead={t("exemptLead")}
      action={mayChange && <Button onPress={() => setAdding(true)}>{t("add")}</Button>}
    >
      <Table
        id="ban-exemptions"
        label={t("exempt")}
        density="dense"
        columns={columns}
        rows={data}
        rowId={subjectOf}
        tools={false}
        error={
          data === undefined &&
          error && <LoadError title={t("exemptFailed")} error={error} onRetry={refetch} />
        }
        empty={<EmptyState title={t("exemptEmpty")} />}
      />
      {adding && <ExemptDialog onClose={() => setAdding(false)} />}
      {ending !== null && (
        <ReasonDialog
          title={t("endTitle", { address: ending })}
          help={t("reasonHelp")}
          send={t("end")}
          mutation={end}
          onClose={() => setEnding(null)}
          onSend={(reason) =>
            end.mutate(
              { subject: ending, reason },
              {
                onSuccess: () => {
                  toast({ tone: "good", text: t("ended") });
                  setEnding(null);
                },
              },
            )
          }
        />
      )}
    </Section>
  );
}
