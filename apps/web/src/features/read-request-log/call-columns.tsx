import type { LoggedCall } from "@sightline/contract/request-log";
import { formatDuration } from "@sightline/ui/duration";
import { RelativeTime } from "@sightline/ui/relative-time";
import type { TableColumn } from "@sightline/ui/table-columns";
import type { TFunction } from "i18next";
import { OutcomeBadge } from "./outcome-badge";

export function callColumns(t: TFunction<"requestLog">): TableColumn<LoggedCall>[] {
  return [
    {
      id: "call",
      header: t("call"),
      cell: (call) => (
        <span className="font-mono text-13 whitespace-nowrap">
          {call.verb} {call.address}
        </span>
      ),
      csv: (call) => `${call.verb} ${call.address}`,
    },
    {
      id: "what",
      header: t("what"),
      from: "md",
      cell: (call) => <span className="block max-w-48 truncate font-mono text-13">{call.what}</span>,
      csv: (call) => call.what,
    },
    {
      id: "answer",
      header: t("answer"),
      cell: (call) => (
        <span className="flex items-center gap-2">
          <OutcomeBadge call={call} />
          {call.times > 1 && (
            <span className="text-12 text-text-quiet tabular">{t("times", { count: call.times })}</span>
          )}
        </span>
      ),
      csv: (call) => call.code,
    },
    {
      id: "task",
      header: t("task"),
      from: "lg",
      cell: (call) => <span className="font-mono text-13">{call.taskId}</span>,
      csv: (call) => call.taskId,
    },
    {
      id: "from",
      header: t("from"),
      from: "xl",
      cell: (call) => <span className="font-mono text-13">{call.from}</span>,
      csv: (call) => call.from,
    },
    {
      id: "took",
      header: t("took"),
      align: "end",
      from: "lg",
      cell: (call) => formatDuration(call.tookMs),
      csv: (call) => call.tookMs,
    },
    {
      id: "time",
      header: t("time"),
      align: "end",
      from: "sm",
      cell: (call) => <RelativeTime timeMs={call.atMs} />,
      csv: (call) => new Date(call.atMs).toISOString(),
    },
  ];
}
