import type { OpenTaskRow } from "@sightline/contract/staff";
import { Badge, type BadgeTone } from "@sightline/ui/badge";
import { useTranslation } from "react-i18next";

const TONES: Record<OpenTaskRow["state"], BadgeTone> = {
  queued: "neutral",
  reserved: "neutral",
  assigned: "active",
  given: "good",
};

export function OpenTaskBadge({ state }: { state: OpenTaskRow["state"] }) {
  const { t } = useTranslation("staff");
  return <Badge tone={TONES[state]}>{t(`queue.states.${state}`)}</Badge>;
}
