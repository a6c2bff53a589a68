import { z } from "zod";
import type { SiteMethod, SiteState } from "./sites";
import type { TaskKind } from "./task-kinds";
import type { TaskParams } from "./task-params";

const HOUR_MS = 3_600_000;

/**
 * What a moderator decides about, with the time within which somebody should. `blindFirst`: they write down what they
 * read themselves before the answer and what is claimed about it are shown. `readsTwice`: this share of cases, in
 * percent, is read by two.
 */
export const CASE_KINDS = {
  bad_report: { decideWithinMs: 24 * HOUR_MS, blindFirst: true, readsTwice: 10 },
  flagged_content: { decideWithinMs: HOUR_MS, blindFirst: false, readsTwice: 0 },
  first_tasks_sample: { decideWithinMs: 24 * HOUR_MS, blindFirst: false, readsTwice: 0 },
  appeal: { decideWithinMs: 48 * HOUR_MS, blindFirst: false, readsTwice: 0 },
  new_site: { decideWithinMs: 24 * HOUR_MS, blindFirst: false, readsTwice: 0 },
  gold_proposal: { decideWithinMs: 72 * HOUR_MS, blindFirst: true, readsTwice: 10 },
  payout_check: { decideWithinMs: 12 * HOUR_MS, blindFirst: false, readsTwice: 0 },
  support: { decideWithinMs: 48 * HOUR_MS, blindFirst: false, readsTwice: 0 },
} as const satisfies Record<string, { decideWithinMs: number; blindFirst: boolean; readsTwice: number }>;
export type CaseKind = keyof typeof CASE_KINDS;
export const CASE_KIND_NAMES = Object.keys(CASE_KINDS) as [CaseKind, ...CaseKind[]];

export const VERDICTS = ["accept", "refuse", "ambiguous", "unsolvable", "escalate"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Which verdicts a kind knows; `ambiguous` and `unsolvable` are about pictures. */
export function verdictsOf(kind: CaseKind): readonly Verdict[] {
  return kind === "bad_report" ? VERDICTS : ["accept", "refuse", "escalate"];
}

/** Why, in the words that both sides read; `note` may add to it. */
export const REASON_CODES = {
  wrong_characters: "The answer has other characters than the picture.",
  incomplete: "The answer leaves something out.",
  against_hints: "The answer does not keep the hints of the task.",
  wrong_places: "The answer marks other places than were asked for.",
  right_answer: "The answer is what the picture says.",
  ambiguous_glyphs: "The picture can be read in more than one way, so nobody was wrong.",
  not_readable: "The picture cannot be read by a person.",
  unsafe_content: "The content is not allowed by the acceptable-use policy.",
  cut_from_challenge: "The picture was cut from a live challenge of somebody else's site.",
  within_policy: "The content is within the acceptable-use policy.",
  evidence_holds: "The evidence was looked at again and holds.",
  evidence_fails: "The evidence was looked at again and does not hold.",
  site_in_order: "The site is its owner's, and its challenges may be sent.",
  site_against_policy: "Sending this site's challenges is against the acceptable-use policy.",
  site_of_others: "The site does not seem to be the account holder's own.",
  payout_in_order: "The payout is in order.",
  payout_questions: "Something about this payout must be cleared up first.",
  payout_address: "The new address may not be the worker's own.",
  payout_linked: "The worker seems to be linked with a customer.",
  other: "See the note.",
} as const;
export type ReasonCode = keyof typeof REASON_CODES;
const reasonCodes = Object.keys(REASON_CODES) as [ReasonCode, ...ReasonCode[]];

/** Reasons of one kind only; every other one may be given for any. */
const REASONS_OF: Partial<Record<CaseKind, readonly ReasonCode[]>> = {
  new_site: ["site_in_order", "site_against_policy", "site_of_others"],
  payout_check: ["payout_in_order", "payout_questions", "payout_address", "payout_linked"],
};
const OF_ONE_KIND = new Set(Object.values(REASONS_OF).flat());

/** The reasons that a moderator chooses from, the usual one first. */
export function reasonsOf(kind: CaseKind): ReasonCode[] {
  const own = REASONS_OF[kind];
  return own ? [...own, "other"] : reasonCodes.filter((code) => !OF_ONE_KIND.has(code));
}
/** A reason that speaks for one verdict only is not given with the other. */
const SPEAKS_FOR: Partial<Record<ReasonCode, Verdict>> = {
  site_in_order: "accept",
  site_against_policy: "refuse",
  site_of_others: "refuse",
  payout_in_order: "accept",
  payout_questions: "refuse",
  payout_address: "refuse",
  payout_linked: "refuse",
};
export function fitsVerdict(reasonCode: ReasonCode, verdict: Verdict): boolean {
  return verdict === "escalate" || (SPEAKS_FOR[reasonCode] ?? verdict) === verdict;
}

/** How long a moderator holds a case, and how long a verdict can be taken back before it is carried out. */
/** `moderation.waiting` (admin): what somebody else asked for and this admin may decide, on pages of its own. */
export interface WaitingForAdmins {
  refunds: number;
  bookings: number;
  roles: number;
  invitations: number;
}

export const CLAIM_MS = 5 * 60_000;
export const UNDO_MS = 8_000;
/** A moderator's refunds to one account in 24 hours end here; beyond it an admin decides. */
export const REFUND_DAY_MAX_MICROS = 20_000_000;

/** `moderation.cases`: what is open, oldest deadline first, key-set by deadline and number. */
export const casesSchema = z.object({
  kind: z.enum(CASE_KIND_NAMES).optional(),
  after: z.object({ deadlineMs: z.number().int(), id: z.number().int() }).optional(),
  limit: z.number().int().min(1).max(100).default(50),
});
export interface CaseRow {
  id: number;
  kind: CaseKind;
  subject: string;
  openedAtMs: number;
  deadlineMs: number;
  escalated: boolean;
  /** Who holds it now. */
  claimedByEmail: string | null;
}
export interface CasesPage {
  rows: CaseRow[];
  next: { deadlineMs: number; id: number } | null;
}

/** `moderation.figures` */
export interface ModerationFigures {
  open: number;
  late: number;
  oldestDeadlineMs: number | null;
  decided24h: number;
  /** Of the cases of 30 days that two have read: how many, and in how many they agreed. */
  readTwice: number;
  agreed: number;
}

export const claimNextSchema = z.object({ kind: z.enum(CASE_KIND_NAMES).optional() });
export const caseSchema = z.object({ caseId: z.number().int().positive().max(2_147_483_647) });
export const readCaseSchema = caseSchema.extend({
  reading: z.string().trim().min(1, "Type what you read").max(1_000),
});

/** What a verdict would move: what the customer gets, and what is taken back from the worker if that is decided, too. */
export interface CaseEffect {
  refundMicros: number;
  payMicros: number;
}

/** A case as whoever holds it sees it. */
export interface CaseView extends CaseRow {
  claimedUntilMs: number;
  task: { id: number; kind: TaskKind; params: TaskParams; fileUrl: string | null } | null;
  /** The moderator's own; null while it is still to be typed, and `claims` is null as long. */
  reading: string | null;
  claims: CaseClaims | null;
}
export interface CaseClaims {
  answer: string | null;
  about: Record<string, unknown>;
  accountEmail: string | null;
  workerEmail: string | null;
  effect: CaseEffect;
  /** The account's complaints of the last hundred that were about right answers, and its refunds of 24 hours. */
  decidedReports: number;
  wrongReports: number;
  refunded24hMicros: number;
  site: SiteClaims | null;
  payout: PayoutClaims | null;
}
/** Why a person should look at a payout. */
export const PAYOUT_SIGNS = ["first_payout", "changed_address", "unusual_amount", "linked_customer"] as const;
export type PayoutSign = (typeof PAYOUT_SIGNS)[number];
/** A worker's next payout. Refused, it leaves its batch and the worker is left out of the next ones. */
export interface PayoutClaims {
  signs: PayoutSign[];
  micros: number;
  address: string | null;
  paidCount: number;
  usualMicros: number | null;
  lastAddress: string | null;
  linkedCustomers: string[];
  /** The state of the batch it is in. */
  inBatch: "made" | "approved" | null;
}
/** What is known of a new site. Its state says whether its challenges are taken already. */
export interface SiteClaims {
  host: string;
  subdomains: boolean;
  method: SiteMethod;
  verifiedAtMs: number | null;
  state: SiteState;
  ownerSinceMs: number;
  /** Of the acceptable-use policy, by the owner; newest first. */
  acceptances: { version: number; acceptedAtMs: number }[];
  otherSites: { host: string; state: SiteState }[];
}

export const giveVerdictSchema = caseSchema.extend({
  verdict: z.enum(VERDICTS),
  takesPayBack: z.boolean().default(false),
  reasonCode: z.enum(reasonCodes),
  note: z.string().trim().max(500).optional(),
  /** What the button said: a verdict whose effect is another by now is refused. */
  expected: z.object({ refundMicros: z.number().int(), takenBackMicros: z.number().int() }),
});
export type GivenVerdict = z.output<typeof giveVerdictSchema>;
/** `undoUntilMs`: it is carried out then. `waits_for_second`: another moderator reads it too. */
export interface VerdictReply {
  outcome: "decided" | "waits_for_second" | "escalated";
  undoUntilMs: number;
}
