import type { KindMode, KindSwitchRow } from "@sightline/contract/floor";
import { Section } from "@sightline/ui/section";
import { Table } from "@sightline/ui/table";
import { useToast } from "@sightline/ui/toast";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { ReasonDialog } from "../../components/reason-dialog";
import { kindSwitchColumns } from "./kind-switch-columns";
import { kindSwitchesQuery, switchKindMutation } from "./queries";

const kindOf = (row: KindSwitchRow) => row.kind;

/** Which kinds are taken and handed out; `mayChange` is for admins. */
export function SwitchKinds({ mayChange }: { mayChange: boolean }) {
  const { t } = useTranslation(["floor", "staff"]);
  const toast = useToast();
  const { data, error, refetch } = useQuery(kindSwitchesQuery);
  const change = useMutation(switchKindMutation());
  const [wanted, setWanted] = useState<{ row: KindSwitchRow; mode: KindMode | null } | null>(null);
  const columns = useMemo(
    () => kindSwitchColumns(t, mayChange ? (row, mode) => setWanted({ row, mode }) : null),
    [t, mayChange],
  );
  return (
    <Section title={t("kinds")} lead={t("kindsLead")}>
      <Table
        id="kind-switches"
        label={t("kinds")}
        density="dense"
        columns={columns}
        rows={data}
        rowId={kindOf}
        tools={false}
        error={
          data === undefined &&
          error && <LoadError title={t("kindsFailed")} error={error} onRetry={refetch} />
        }
        empty={null}
      />
      {wanted && (
        <ReasonDialog
          title={t("act", {
            act: t(wanted.mode ?? "open"),
            kind: t(`staff:queue.kinds.${wanted.row.kind}`),
          })}
          help={t("reasonHelp")}
          send={t(wanted.mode ?? "open")}
          danger={wanted.mode !== null}
          mutation={change}
          onClose={() => setWanted(null)}
          onSend={(reason) =>
            change.mutate(
              { kind: wanted.row.kind, mode: wanted.mode, reason },
              {
                onSuccess: () => {
                  toast({ tone: "good", text: t("switched") });
                  setWanted(null);
                },
              },
            )
          }
        />
      )}
    </Section>
  );
}
