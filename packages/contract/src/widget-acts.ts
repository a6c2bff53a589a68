import type { WidgetTrouble } from "./challenge-frame";
import type { WorkAct } from "./work";

/** By what the page in the frame may notice, what its worker confirms. */
export const WIDGET_ACTS = {
  invalid_key: "key_refused",
  invalid_domain: "domain_refused",
  value_expired: "value_expired",
  network: "widget_failed",
} as const satisfies Record<WidgetTrouble, WorkAct["act"]>;
export type WidgetAct = (typeof WIDGET_ACTS)[WidgetTrouble];

export function isWidgetAct(act: string): act is WidgetAct {
  return (Object.values(WIDGET_ACTS) as string[]).includes(act);
}
