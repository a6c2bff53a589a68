import type { LoggedCall, RequestOutcome } from "@sightline/contract/request-log";
import { Badge, type BadgeTone } from "@sightline/ui/badge";

const TONES: Record<RequestOutcome, BadgeTone> = { ok: "good", waiting: "neutral", refused: "bad" };

/** The answer's code, as the program read it. */
export function OutcomeBadge({ call }: { call: LoggedCall }) {
  return <Badge tone={TONES[call.outcome]}>{call.code}</Badge>;
}
