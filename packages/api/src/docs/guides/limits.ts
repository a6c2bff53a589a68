import {
  BAN_HISTORY_MS,
  LIMITS,
  type Limit,
  overshootOf,
  RESULT_READS_PER_ACCEPTED_TASK,
} from "@sightline/contract/limits";
import { errorPath } from "../error-pages";
import { html, table } from "../html";
import type { DocsPage } from "../page";

export const REQUEST_LIMITS: DocsPage = {
  path: "/docs/limits",
  title: "Request limits",
  says: "How often you may ask, what happens beyond, and for how long.",
  body: () => html`
${table(
  "Limits",
  ["Name", "What is counted", "At most", "Per", "Then", "Overshoot"],
  Object.entries(LIMITS as Readonly<Record<string, Limit>>).map(([name, limit]) => [
    name,
    limit.says,
    limit.windowMs === 0 ? `${limit.max} at a time` : `${limit.max} in ${duration(limit.windowMs)}`,
    limit.per,
    consequence(limit),
    overshootOf(limit),
  ]),
)}
<p>Windows slide. A block starts with the request after the one that filled the count, is not lengthened by requests
during it, and when it ends the count starts at zero. Refused requests count. The classic addresses and the JSON API
count together. For results each accepted task adds ${RESULT_READS_PER_ACCEPTED_TASK} requests to the limit. Limits
that are no block refuse single requests only. Staff can set another limit for an account.</p>
<p>Before one strikes you see it coming: answers carry the headers <code>RateLimit-Limit</code>,
<code>RateLimit-Remaining</code> and <code>RateLimit-Reset</code>, and while you are blocked
<code>Retry-After</code> in seconds.</p>
<p>A service may run as several processes, which exchange their counts every 250 ms; the last column says by how much a
limit may be exceeded meanwhile. With one process nothing is. A block that has ended stays in the history of your
account for ${BAN_HISTORY_MS / 86_400_000} days.</p>`,
};

function consequence({ code, banMs }: Limit) {
  const blocked = banMs === 0 ? "refused" : `blocked for ${duration(banMs)}`;
  return code === null ? blocked : html`<a href="${errorPath(code)}">${code}</a>, ${blocked}`;
}

/** Such as `3 s`, `10 min`, `1 h`. */
function duration(ms: number): string {
  if (ms % 3_600_000 === 0) return `${ms / 3_600_000} h`;
  if (ms % 60_000 === 0) return `${ms / 60_000} min`;
  return `${ms / 1_000} s`;
}
