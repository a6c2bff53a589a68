import type { CallbackEndpoint } from "@sightline/contract/callbacks";
import { CodeBlock } from "@sightline/ui/code-block";
import { EmptyState } from "@sightline/ui/empty-state";
import { Section } from "@sightline/ui/section";
import { Table } from "@sightline/ui/table";
import { useToast } from "@sightline/ui/toast";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { endpointColumns } from "./endpoint-columns";
import { endpointsQuery, removeEndpointMutation, switchOnMutation } from "./queries";

const endpointId = ({ host, port }: CallbackEndpoint) => `${host}:${port}`;

/** The hosts that may be called, why one is not called any more, and the way back. */
export function EndpointList({ mayChange }: { mayChange: boolean }) {
  const { t } = useTranslation("callbacks");
  const toast = useToast();
  const { data, error, refetch } = useQuery(endpointsQuery);
  const switchOn = useMutation(switchOnMutation());
  const remove = useMutation(removeEndpointMutation());
  const columns = useMemo(() => {
    const act = (mutation: typeof switchOn, done: "switchedOn" | "removed") => (row: CallbackEndpoint) =>
      mutation.mutate(
        { host: row.host, port: row.port },
        {
          onSuccess: () => toast({ tone: "good", text: t(done, { host: row.host }) }),
          onError: () => toast({ tone: "bad", text: t("actFailed") }),
        },
      );
    const acts = { onSwitchOn: act(switchOn, "switchedOn"), onRemove: act(remove, "removed") };
    return endpointColumns(t, mayChange ? acts : null);
    // The mutations keep their `mutate` for as long as the component lives.
  }, [t, toast, switchOn, remove, mayChange]);
  return (
    <Section title={t("endpoints")} lead={t("endpointsLead")}>
      <CodeBlock
        code={`curl "${window.location.origin}/res.php?key=YOUR_API_KEY&action=add_pingback&addr=hooks.example.org"`}
        label={t("registerCode")}
        copyLabel={t("copyRegister")}
      />
      <Table
        id="callback-hosts"
        label={t("endpoints")}
        columns={columns}
        rows={data}
        rowId={endpointId}
        tools={false}
        error={
          data === undefined && error && <LoadError title={t("failed")} error={error} onRetry={refetch} />
        }
        empty={<EmptyState title={t("noHosts")}>{t("noHostsBody")}</EmptyState>}
      />
    </Section>
  );
}
