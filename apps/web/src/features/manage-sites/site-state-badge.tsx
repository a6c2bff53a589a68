import type { SiteState } from "@sightline/contract/sites";
import { Badge, type BadgeTone } from "@sightline/ui/badge";
import { useTranslation } from "react-i18next";

const TONES: Record<SiteState, BadgeTone> = {
  unproved: "neutral",
  waiting: "wait",
  good: "good",
  suspended: "bad",
  refused: "bad",
  switched_off: "bad",
};

export function SiteStateBadge({ state }: { state: SiteState }) {
  const { t } = useTranslation("sites");
  return <Badge tone={TONES[state]}>{t(`states.${state}`)}</Badge>;
}
