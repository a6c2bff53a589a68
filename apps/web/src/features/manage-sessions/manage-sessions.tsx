import type { SessionRow } from "@sightline/contract/session";
import { EmptyState } from "@sightline/ui/empty-state";
import { Section } from "@sightline/ui/section";
import { Table } from "@sightline/ui/table";
import { useToast } from "@sightline/ui/toast";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { revokeSessionMutation, sessionsQuery } from "./queries";
import { sessionColumns } from "./session-columns";

const sessionId = (row: SessionRow) => row.id;

/** Where this person is logged in, and how to end it there. */
export function ManageSessions() {
  const { t } = useTranslation();
  const toast = useToast();
  const { data, error, refetch } = useQuery(sessionsQuery);
  const revoke = useMutation(revokeSessionMutation());
  const end = (row: SessionRow) =>
    revoke.mutate(
      { id: row.id },
      {
        onSuccess: () => toast({ tone: "good", text: t("sessions.revoked") }),
        onError: () => toast({ tone: "bad", text: t("sessions.revokeFailed") }),
      },
    );
  return (
    <Section title={t("sessions.title")} lead={t("sessions.lead")}>
      <Table
        id="sessions"
        label={t("sessions.title")}
        columns={sessionColumns(t, end, revoke.isPending ? revoke.variables.id : null)}
        rows={data}
        rowId={sessionId}
        error={
          data === undefined && error && <LoadError title={t("error.load")} error={error} onRetry={refetch} />
        }
        tools={false}
        empty={<EmptyState title={t("sessions.empty")} />}
      />
    </Section>
  );
}
