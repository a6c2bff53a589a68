import type { LoggedCall } from "@sightline/contract/request-log";
import { CodeBlock } from "@sightline/ui/code-block";
import { formatDuration } from "@sightline/ui/duration";
import { EmptyState } from "@sightline/ui/empty-state";
import { Facts } from "@sightline/ui/figure-row";
import { formatExact } from "@sightline/ui/relative-time";
import { Section } from "@sightline/ui/section";
import { SidePanel } from "@sightline/ui/side-panel";
import { LoadingBlock } from "@sightline/ui/skeleton";
import { TextLink } from "@sightline/ui/text-link";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { callAsCurl } from "./call-as-curl";
import { OutcomeBadge } from "./outcome-badge";
import { callQuery } from "./queries";

/** One call with its whole exchange. */
export function CallPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation("requestLog");
  const { data, error, refetch } = useQuery(callQuery(id));
  const call = data?.calls.find((each) => each.id === id);
  return (
    <SidePanel
      title={call ? t("panelTitle", { verb: call.verb, address: call.address }) : t("call")}
      aside={call && <OutcomeBadge call={call} />}
      isOpen
      onClose={onClose}
    >
      {call ? (
        <CallDetail call={call} />
      ) : data ? (
        <EmptyState title={t("gone")} />
      ) : error ? (
        <LoadError title={t("failed")} error={error} onRetry={refetch} />
      ) : (
        <LoadingBlock lines={8} />
      )}
    </SidePanel>
  );
}

function CallDetail({ call }: { call: LoggedCall }) {
  const { t } = useTranslation("requestLog");
  const sent = JSON.stringify(call.sent, null, 2);
  return (
    <>
      <Facts
        facts={[
          { label: t("time"), value: formatExact(call.atMs) },
          { label: t("took"), value: formatDuration(call.tookMs) },
          { label: t("from"), value: <span className="font-mono text-13">{call.from}</span> },
          ...(call.what ? [{ label: t("what"), value: <code className="text-13">{call.what}</code> }] : []),
          ...(call.taskId === null
            ? []
            : [
                {
                  label: t("task"),
                  value: (
                    <TextLink href={`/app/tasks?task=${call.taskId}`}>
                      {t("openTask", { id: call.taskId })}
                    </TextLink>
                  ),
                },
              ]),
          ...(call.times > 1 ? [{ label: t("call"), value: t("times", { count: call.times }) }] : []),
          ...Object.entries(call.headers).map(([name, value]) => ({ label: name, value })),
        ]}
      />
      {sentPicture(call) && <SentPicture taskId={call.taskId ?? 0} />}
      <Section title={t("sent")}>
        <CodeBlock code={sent} label={t("sentCode")} copyLabel={t("copySent")} />
      </Section>
      <Section title={t("answered")}>
        <CodeBlock code={call.answered} label={t("answeredCode")} copyLabel={t("copyAnswer")} />
      </Section>
      <Section title={t("curl")} lead={t("curlHelp")}>
        <CodeBlock
          code={callAsCurl(call, window.location.origin)}
          label={t("curlCode")}
          copyLabel={t("copyCurl")}
        />
      </Section>
    </>
  );
}

function sentPicture({ outcome, taskId, address }: LoggedCall): boolean {
  return outcome === "ok" && taskId !== null && (address === "/in.php" || address === "/createTask");
}

/** The picture itself, as long as its task keeps it. */
function SentPicture({ taskId }: { taskId: number }) {
  const { t } = useTranslation("requestLog");
  const [failed, setFailed] = useState(false);
  if (failed) return null;
  return (
    <div className="flex justify-center rounded-10 bg-neutral-ground p-4">
      <img
        src={`/picture/${taskId}`}
        alt={t("picture")}
        onError={() => setFailed(true)}
        className="max-h-60 max-w-full object-contain"
      />
    </div>
  );
}
