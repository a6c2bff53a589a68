import type { AccountEvent } from "@sightline/contract/staff-accounts";
import { Button } from "@sightline/ui/button";
import { Money } from "@sightline/ui/money";
import { RelativeTime } from "@sightline/ui/relative-time";
import { Section } from "@sightline/ui/section";
import { LoadingBlock } from "@sightline/ui/skeleton";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { addText } from "../../lib/text";
import { trpc } from "../../lib/trpc";
import { staffAccountsText } from "../../text/staff-accounts";

addText("staffAccounts", staffAccountsText);

/** What has happened to an account, a page at a time. */
export function AccountTimeline({ accountId }: { accountId: number }) {
  const { t } = useTranslation("staffAccounts");
  const [after, setAfter] = useState<{ atMs: number; key: string }>();
  const { data, error, refetch } = useQuery(
    trpc.staffAccounts.timeline.queryOptions(
      { accountId, ...(after && { after }) },
      { placeholderData: keepPreviousData },
    ),
  );
  const next = data?.next ?? null;
  return (
    <Section title={t("timeline")}>
      {data === undefined && error && (
        <LoadError title={t("timelineFailed")} error={error} onRetry={refetch} />
      )}
      {data === undefined && !error && <LoadingBlock lines={4} />}
      {data?.rows.length === 0 && <p className="text-text-quiet">{t("timelineEmpty")}</p>}
      {data && data.rows.length > 0 && (
        <ol aria-label={t("timeline")} className="flex flex-col divide-y divide-line">
          {data.rows.map((row) => (
            <TimelineRow key={row.key} row={row} />
          ))}
        </ol>
      )}
      <div className="flex gap-2">
        {after !== undefined && (
          <Button size="small" onPress={() => setAfter(undefined)}>
            {t("newest")}
          </Button>
        )}
        {next !== null && (
          <Button size="small" onPress={() => setAfter(next)}>
            {t("older")}
          </Button>
        )}
      </div>
    </Section>
  );
}

function TimelineRow({ row: { event, what, micros, detail, atMs } }: { row: AccountEvent }) {
  const { t } = useTranslation("staffAccounts");
  return (
    <li className="flex items-start justify-between gap-4 py-2 text-13">
      <span className="min-w-0 break-words">
        <strong className="font-medium">{t(`events.${event}`)}</strong>
        {what !== null && <span className="font-mono"> {what}</span>}
        {micros !== null && (
          <>
            {" "}
            <Money micros={micros} />
          </>
        )}
        {detail !== null && <span className="block text-text-quiet">{detail}</span>}
      </span>
      <span className="shrink-0">
        <RelativeTime timeMs={atMs} focusable />
      </span>
    </li>
  );
}
