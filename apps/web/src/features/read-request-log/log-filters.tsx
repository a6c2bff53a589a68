import type { RequestOutcome } from "@sightline/contract/request-log";
import { Button } from "@sightline/ui/button";
import { SearchField } from "@sightline/ui/search-field";
import { Select } from "@sightline/ui/select";
import { Pause, Play } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { CallsWanted } from "./queries";

const OUTCOMES = ["ok", "waiting", "refused"] as const satisfies RequestOutcome[];
const ADDRESSES = [
  "/in.php",
  "/res.php",
  "/createTask",
  "/getTaskResult",
  "/getBalance",
  "/reportCorrect",
  "/reportIncorrect",
  "/cancelTask",
];

export interface LogFiltersProps {
  wanted: CallsWanted;
  onChange: (changed: Omit<CallsWanted, "before">) => void;
  live: boolean;
  /** Null while an older page is shown, which does not move. */
  onLive: ((live: boolean) => void) | null;
}

export function LogFilters({ wanted, onChange, live, onLive }: LogFiltersProps) {
  const { t } = useTranslation("requestLog");
  const { outcome, address, taskId } = wanted;
  const change = (name: keyof CallsWanted, value: string | number | undefined) => {
    const next = { outcome, address, taskId, [name]: value };
    onChange(Object.fromEntries(Object.entries(next).filter(([, each]) => each !== undefined)));
  };
  return (
    <>
      <Select
        label={t("outcome")}
        value={outcome ?? "all"}
        onChange={(chosen) => change("outcome", chosen === "all" ? undefined : chosen)}
        options={[
          { value: "all" as const, label: t("all") },
          ...OUTCOMES.map((value) => ({ value, label: t(`outcomes.${value}`) })),
        ]}
      />
      <Select
        label={t("address")}
        value={address ?? "all"}
        onChange={(chosen) => change("address", chosen === "all" ? undefined : chosen)}
        options={[{ value: "all", label: t("all") }, ...ADDRESSES.map((value) => ({ value, label: value }))]}
      />
      <SearchField
        label={t("taskNumber")}
        value={taskId === undefined ? "" : String(taskId)}
        onSearch={(typed) => change("taskId", readTaskId(typed))}
      />
      {onLive && (
        <Button onPress={() => onLive(!live)}>
          {live ? <Pause aria-hidden className="size-4" /> : <Play aria-hidden className="size-4" />}
          {live ? t("pause") : t("resume")}
        </Button>
      )}
    </>
  );
}

/** What is no number filters for nothing. */
function readTaskId(typed: string): number | undefined {
  const id = Number(typed);
  return Number.isSafeInteger(id) && id > 0 ? id : undefined;
}
