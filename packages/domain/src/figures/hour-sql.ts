import { UNSOLVED_REASONS, type UnsolvedReason } from "@sightline/contract/error-codes";
import { SOLVE_STEPS } from "@sightline/contract/figures";
import { STATES } from "../tasks/states";

/** Account 0 of the hours: everybody together. */
export const EVERYBODY = 0;

/** Taken back by their customer or staff: they say nothing of how well tasks are solved. */
const TAKEN_BACK = ["cancelled", "account_suspended", "site_lost"] as const satisfies UnsolvedReason[];

export const HOUR_MS = 3_600_000;

/** The columns that counting needs of an ended task: its hour, what became of it, and the step of its time. */
export const ENDED_TASK = `
  floor(extract(epoch from accepted_at) / 3600)::int as hour,
  case when state = ${STATES.answered} then 1 else 0 end as answered,
  case when state = ${STATES.unsolvable} and reason not in (${TAKEN_BACK.map((reason) => UNSOLVED_REASONS[reason].number).join(", ")})
    then 1 else 0 end as unsolved,
  case when state = ${STATES.answered} then price_micros else 0 end as spent,
  case when state = ${STATES.answered} and price_micros > 0 then 1 else 0 end as charged,
  case when state = ${STATES.answered} then least(${SOLVE_STEPS.last}, ceil(greatest(0,
    ln(greatest(1, extract(epoch from finished_at - accepted_at) * 1000) / ${SOLVE_STEPS.firstMs}) / ln(${SOLVE_STEPS.ratio}))))::smallint
    end as step`;

/** Sandboxes and test keys are free: no figure is made of them. */
export const PAID_TASK = "(price_micros > 0 or in_package)";
