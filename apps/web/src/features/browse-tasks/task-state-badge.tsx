import type { TaskStateShown } from "@sightline/contract/customer";
import { Badge, type BadgeTone } from "@sightline/ui/badge";
import { useTranslation } from "react-i18next";

const TONES: Record<TaskStateShown, BadgeTone> = {
  queued: "neutral",
  assigned: "active",
  answered: "good",
  unsolvable: "bad",
};

export function TaskStateBadge({ state }: { state: TaskStateShown }) {
  const { t } = useTranslation("customer");
  return <Badge tone={TONES[state]}>{t(`tasks.states.${state}`)}</Badge>;
}
