import type { TaskStateShown } from "@sightline/contract/customer";
import { Select } from "@sightline/ui/select";
import { useTranslation } from "react-i18next";

const STATES = ["queued", "assigned", "answered", "unsolvable"] as const satisfies TaskStateShown[];

export interface TaskStateFilterProps {
  state: TaskStateShown | undefined;
  onChange: (state: TaskStateShown | undefined) => void;
}

export function TaskStateFilter({ state, onChange }: TaskStateFilterProps) {
  const { t } = useTranslation("customer");
  return (
    <Select
      label={t("tasks.state")}
      value={state ?? "all"}
      onChange={(chosen) => onChange(chosen === "all" ? undefined : chosen)}
      options={[
        { value: "all" as const, label: t("tasks.all") },
        ...STATES.map((each) => ({ value: each, label: t(`tasks.states.${each}`) })),
      ]}
    />
  );
}
