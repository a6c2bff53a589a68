import type { CallbackDelivery, DeliveryState } from "@sightline/contract/callbacks";
import { Badge, type BadgeTone } from "@sightline/ui/badge";
import { Button } from "@sightline/ui/button";
import { RelativeTime } from "@sightline/ui/relative-time";
import type { TableColumn } from "@sightline/ui/table-columns";
import { TextLink } from "@sightline/ui/text-link";
import type { TFunction } from "i18next";

const TONES: Record<DeliveryState, BadgeTone> = {
  waiting: "neutral",
  due: "active",
  delivered: "good",
  given_up: "bad",
};

/** `onResend`: null for who may only look. */
export function deliveryColumns(
  t: TFunction<"callbacks">,
  onResend: ((row: CallbackDelivery) => void) | null,
): TableColumn<CallbackDelivery>[] {
  const columns: TableColumn<CallbackDelivery>[] = [
    {
      id: "task",
      header: t("task"),
      cell: ({ taskId }) => (
        <TextLink href={`/app/tasks?task=${taskId}`} className="font-mono text-13">
          {taskId}
        </TextLink>
      ),
      csv: ({ taskId }) => taskId,
    },
    {
      id: "state",
      header: t("state"),
      cell: ({ state }) => <Badge tone={TONES[state]}>{t(`states.${state}`)}</Badge>,
      csv: ({ state }) => state,
    },
    {
      id: "url",
      header: t("url"),
      from: "md",
      cell: ({ url }) => <span className="block max-w-72 truncate font-mono text-13">{url}</span>,
      csv: ({ url }) => url,
    },
    {
      id: "attempts",
      header: t("attempts"),
      align: "end",
      from: "sm",
      cell: ({ attempts, lastStatus }) => (lastStatus === null ? attempts : `${attempts} (${lastStatus})`),
      csv: ({ attempts }) => attempts,
    },
    {
      id: "reason",
      header: t("reason"),
      from: "xl",
      cell: ({ failure }) => <span className="text-13">{failure}</span>,
      csv: ({ failure }) => failure,
    },
    {
      id: "next",
      header: t("next"),
      from: "lg",
      cell: ({ nextAttemptAtMs }) => nextAttemptAtMs !== null && <RelativeTime timeMs={nextAttemptAtMs} />,
    },
    {
      id: "actions",
      header: t("actions"),
      align: "end",
      cell: (row) =>
        row.state !== "waiting" && (
          <Button size="small" aria-label={t("resendOf", { id: row.taskId })} onPress={() => onResend?.(row)}>
            {t("resend")}
          </Button>
        ),
    },
  ];
  return onResend === null ? columns.slice(0, -1) : columns;
}
