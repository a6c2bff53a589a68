/** What a benchmark returns: names as docs and dashboards know them, to numbers whose unit stands in the name. */
export type Figures = Record<string, number>;

export type Goal = { atLeast: number } | { atMost: number };

/** What a figure is held to; the others are told for orientation. */
export const GOALS: Readonly<Record<string, Goal>> = {
  "life.ratio_best_peer": { atLeast: 1 },
  "life.hot_customer_ratio": { atLeast: 0.9 },
  "life.snapshot_ratio": { atLeast: 0.5 },
  "poll.ratio_bare": { atLeast: 0.5 },
  "submit.multipart_ratio_bare": { atLeast: 0.2 },
  "submit.json_ratio_bare": { atLeast: 0.2 },
  "dispatch.p99_ms": { atMost: 50 },
  "dispatch.p99_ms_500_workers": { atMost: 50 },
  "gap.p95_ms": { atMost: 100 },
  "page.app_kb": { atMost: 250 },
  "page.app_inp_ratio": { atMost: 1.2 },
  "log.cost_ratio": { atLeast: 0.95 },
  "rss.idle_mb": { atMost: 250 },
  "rss.after_100k_mb": { atMost: 250 },
  "growth.submit_ratio": { atMost: 1.3 },
  "growth.claim_ratio": { atMost: 1.3 },
  "growth.poll_ratio": { atMost: 1.3 },
  "moderation.first_rows_p95_ms": { atMost: 200 },
  "quality.accuracy": { atLeast: 0.991 },
  "quality.answers_per_task": { atMost: 2.7 },
  "quality.ece": { atMost: 0.02 },
  "quality.answers_vs_plurality": { atMost: 0.4 },
  "quality.b_answers_per_task": { atMost: 2.2 },
  "quality.spam_accuracy": { atLeast: 0.99 },
  "quality.decision_ms": { atMost: 0.2 },
  "quality.load_ratio": { atMost: 3 },
  "quality.server_accuracy": { atLeast: 0.991 },
  "quality.server_answers_per_task": { atMost: 2.7 },
  "quality.server_ece": { atMost: 0.02 },
  "quality.server_load_ratio": { atMost: 3 },
};

/** Whether a figure keeps its goal; undefined where it has none. */
export function keepsGoal(name: string, value: number): boolean | undefined {
  const goal = GOALS[name];
  if (goal === undefined) return undefined;
  return "atLeast" in goal ? value >= goal.atLeast : value <= goal.atMost;
}
