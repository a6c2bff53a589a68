import type { TaskStateShown } from "@sightline/contract/customer";
import type { ChartSpan, UsageSpan } from "@sightline/contract/figures";
import type { CaseKind } from "@sightline/contract/moderation";
import type { ReportDecision } from "@sightline/contract/reports";
import type { Role } from "@sightline/contract/roles";
import type { TaskKind } from "@sightline/contract/task-kinds";

/**
 * What the addresses of pages hold after the `?`. Whatever else stands there is dropped, so that a mistyped
 * address opens the page and not an error.
 */
type Search = Record<string, unknown>;

// Written out, since the contract's lists bring its schemas along, which no page needs to be opened.
const ROLES = ["customer", "worker", "moderator", "admin"] as const satisfies Role[];
const CASE_KINDS = [
  "bad_report",
  "flagged_content",
  "first_tasks_sample",
  "appeal",
  "new_site",
  "gold_proposal",
  "payout_check",
  "support",
] as const satisfies CaseKind[];
const TASK_STATES = ["queued", "assigned", "answered", "unsolvable"] as const satisfies TaskStateShown[];

export function tasksSearch(search: Search) {
  return {
    ...optional("state", oneOf(TASK_STATES, search.state)),
    ...optional("before", positive(search.before)),
    ...optional("task", positive(search.task)),
  };
}

const CHART_SPANS = ["day", "week", "month"] as const satisfies ChartSpan[];
const KINDS = [
  "image",
  "text",
  "grid",
  "points",
  "draw",
  "box",
  "rotate",
  "audio",
  "recaptcha_v2",
  "recaptcha_v3",
  "hcaptcha",
  "funcaptcha",
] as const satisfies TaskKind[];

/** The overview's charts. */
export function chartsSearch(search: Search) {
  return {
    ...optional("span", oneOf(CHART_SPANS, search.span)),
    ...optional("kind", oneOf(KINDS, search.kind)),
  };
}

const USAGE_SPANS = ["month", "quarter", "year"] as const satisfies UsageSpan[];

export function usageSearch(search: Search) {
  return optional("span", oneOf(USAGE_SPANS, search.span));
}

export function callbacksSearch(search: Search) {
  return {
    ...optional("state", oneOf(["waiting", "due", "delivered", "given_up"] as const, search.state)),
    ...optional("before", positive(search.before)),
  };
}

// By its type alone: this file loads before the schema library is told to do without eval.
const DECISIONS = [
  "good",
  "open",
  "accepted",
  "refused",
  "refunded",
  "ambiguous",
  "unsolvable",
] as const satisfies readonly ReportDecision[];

export function reportsSearch(search: Search) {
  return {
    ...optional("decision", oneOf(DECISIONS, search.decision)),
    ...optional("before", positive(search.before)),
  };
}

export function bansSearch(search: Search) {
  return {
    ...optional("show", oneOf(["all"] as const, search.show)),
    ...optional("search", words(search.search)),
    ...optional("before", positive(search.before)),
  };
}

export function unrecognisableSearch(search: Search) {
  return optional("before", positive(search.before));
}

export function logSearch(search: Search) {
  return {
    ...optional("outcome", oneOf(["ok", "waiting", "refused"] as const, search.outcome)),
    ...optional("address", words(search.address)),
    ...optional("task", positive(search.task)),
    ...optional("before", place(search.before)),
    ...optional("call", place(search.call)),
    ...optional("paused", search.paused === true ? true : undefined),
  };
}

export function sitesSearch(search: Search) {
  return optional("opened", positive(search.opened));
}

export function floorSearch(search: Search) {
  return optional("task", positive(search.task));
}

/** The page after this deadline and case; the case that is open. */
export function queueSearch(search: Search) {
  return {
    ...optional("kind", oneOf(CASE_KINDS, search.kind)),
    ...optional("afterMs", positive(search.afterMs)),
    ...optional("afterId", positive(search.afterId)),
    ...optional("case", positive(search.case)),
  };
}

export function workersSearch(search: Search) {
  return {
    ...optional("search", words(search.search)),
    ...optional("before", positive(search.before)),
    ...optional("worker", positive(search.worker)),
  };
}

export function goldSearch(search: Search) {
  return {
    ...optional("state", oneOf(["in_use", "proposed", "retired"] as const, search.state)),
    ...optional("before", positive(search.before)),
  };
}

export function auditSearch(search: Search) {
  return {
    ...optional("actor", words(search.actor)),
    ...optional("act", words(search.act)),
    ...optional("subject", words(search.subject)),
    ...optional("before", positive(search.before)),
    ...optional("opened", positive(search.opened)),
  };
}

export function accountsSearch(search: Search) {
  return {
    ...optional("search", words(search.search)),
    ...optional("role", oneOf(ROLES, search.role)),
    ...optional("before", positive(search.before)),
    ...optional("account", positive(search.account)),
  };
}

/** `next` leads back to a page of ours after the log-in, never to another site. */
export function logInSearch(search: Search) {
  const next = search.next;
  return optional("next", typeof next === "string" && /^\/(?![/\\])/.test(next) ? next : undefined);
}

export function signUpSearch(search: Search) {
  return optional("as", oneOf(["customer", "worker"] as const, search.as));
}

function optional<Name extends string, Value>(name: Name, value: Value | undefined): { [N in Name]?: Value } {
  return (value === undefined ? {} : { [name]: value }) as { [N in Name]?: Value };
}

function positive(value: unknown): number | undefined {
  return typeof value === "number" && Number.isSafeInteger(value) && value > 0 ? value : undefined;
}

/** A place in the request log. Not a number, or the router would take it for one. */
function place(value: unknown): string | undefined {
  return typeof value === "string" && /^\d{1,16}_\d{1,3}$/.test(value) ? value : undefined;
}

// The router reads `search=123` as a number.
function words(value: unknown): string | undefined {
  const text = typeof value === "number" ? String(value) : value;
  return typeof text === "string" && text.trim() !== "" ? text.slice(0, 200) : undefined;
}

function oneOf<const Value extends string>(values: readonly Value[], value: unknown): Value | undefined {
  return values.find((each) => each === value);
}
