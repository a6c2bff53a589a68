import type { PolicyVersionRow } from "@sightline/contract/policy";
import { Button } from "@sightline/ui/button";
import { Section } from "@sightline/ui/section";
import { Table } from "@sightline/ui/table";
import { useToast } from "@sightline/ui/toast";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { useMe } from "../../lib/me";
import { versionColumns } from "./policy-columns";
import { versionsQuery, withdrawMutation } from "./queries";

const versionOf = (row: PolicyVersionRow) => row.version;

export function PolicyVersions({ onTake }: { onTake: (row: PolicyVersionRow) => void }) {
  const { t } = useTranslation("policy");
  const toast = useToast();
  const isAdmin = useMe().role === "admin";
  const { data, error, refetch } = useQuery(versionsQuery);
  const { mutate: withdraw } = useMutation(withdrawMutation());
  const columns = useMemo(
    () =>
      versionColumns(t, ({ version, ...row }) => (
        <span className="flex flex-wrap justify-end gap-2 py-1">
          {isAdmin && row.state === "coming" && (
            <Button
              size="small"
              aria-label={t("withdrawOf", { version })}
              onPress={() =>
                withdraw(
                  { version },
                  {
                    onSuccess: () => toast({ tone: "good", text: t("withdrawn", { version }) }),
                    onError: () => toast({ tone: "bad", text: t("withdrawFailed") }),
                  },
                )
              }
            >
              {t("withdraw")}
            </Button>
          )}
          {isAdmin && (
            <Button
              size="small"
              aria-label={t("takeOf", { version })}
              onPress={() => onTake({ version, ...row })}
            >
              {t("take")}
            </Button>
          )}
        </span>
      )),
    [isAdmin, onTake, t, toast, withdraw],
  );
  return (
    <Section title={t("versions")}>
      <Table
        id="policy-versions"
        label={t("versions")}
        density="dense"
        columns={columns}
        rows={data?.versions}
        rowId={versionOf}
        error={
          data === undefined && error && <LoadError title={t("failed")} error={error} onRetry={refetch} />
        }
        empty={null}
      />
    </Section>
  );
}
