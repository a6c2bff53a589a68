import type { FloorAlarm } from "@sightline/contract/floor";
import { formatDuration } from "@sightline/ui/duration";
import { Money } from "@sightline/ui/money";
import { Notice } from "@sightline/ui/notice";
import { useTranslation } from "react-i18next";

/** What somebody should look at now; a quiet line when there is nothing. */
export function FloorAlarms({ alarms }: { alarms: readonly FloorAlarm[] }) {
  const { t } = useTranslation("floor");
  if (alarms.length === 0) return <Notice tone="good">{t("noAlarms")}</Notice>;
  return (
    <Notice tone="bad">
      <p className="font-semibold">{t("alarms")}</p>
      <ul className="list-disc ps-5">
        {alarms.map((alarm) => (
          <li key={`${alarm.alarm} ${"kind" in alarm ? alarm.kind : ""}`}>
            <AlarmWords alarm={alarm} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function AlarmWords({ alarm }: { alarm: FloorAlarm }) {
  const { t } = useTranslation(["floor", "staff"]);
  const kind = "kind" in alarm ? t(`staff:queue.kinds.${alarm.kind}`) : "";
  switch (alarm.alarm) {
    case "ledger_off":
      return (
        <>
          {t("ledger_off")} <Money micros={alarm.micros} />
        </>
      );
    case "nobody_at_work":
      return t("nobody_at_work", { count: alarm.queued });
    case "tasks_wait_long":
      return t("tasks_wait_long", { kind, age: formatDuration(alarm.oldestMs) });
    case "many_unsolved":
      return t("many_unsolved", { kind, share: Math.round(alarm.share * 100) });
  }
}
