// Usage: node scripts/generate-task-states.mjs [--check] — docs/task-states.md, printed from the table in states.ts.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { transform } from "esbuild";

const SOURCE = "packages/domain/src/tasks/states.ts";
const DOCUMENT = "docs/task-states.md";

const WHO = {
  holder: "the worker who holds it",
  dispatch: "dispatch",
  customer: "the customer",
  service: "a service",
  weigher: "whoever weighs its answers",
};
const DUE = {
  always: "at any time",
  lease_runs: "while the lease runs, with 2 s for the network; while reserved, within its lifetime",
  lease_over: "2 s after the lease has ended",
  in_grace: "while the answer may be taken back",
  grace_over: "when it may no longer be taken back",
  life_left: "with at least 10 s of its lifetime left",
  life_over: "when its lifetime has ended",
};

// The table imports nothing, so it can be loaded without building anything.
const { code } = await transform(readFileSync(SOURCE, "utf8"), { loader: "ts", format: "esm" });
const { STATES, EVENTS } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
// No event leads out of a final state.
const FINAL_STATES = Object.keys(STATES).filter(
  (state) => !Object.values(EVENTS).some(({ from }) => from.includes(state)),
);
const document = print();

if (!process.argv.includes("--check")) writeFileSync(DOCUMENT, document);
else if (!existsSync(DOCUMENT) || readFileSync(DOCUMENT, "utf8") !== document) {
  console.error(`${DOCUMENT} is not what ${SOURCE} says`);
  process.exit(1);
}

function print() {
  return `# The life of a task

Printed by \`scripts/generate-task-states.mjs\` from \`${SOURCE}\`, which also makes the SQL; do not edit.

\`\`\`mermaid
stateDiagram-v2
${arrows().join("\n")}
\`\`\`

| state | number | |
| --- | --- | --- |
${Object.entries(STATES).map(stateRow).join("\n")}

| event | from | to | caused by | when |
| --- | --- | --- | --- | --- |
${Object.entries(EVENTS).map(eventRow).join("\n")}

A worker who passed a task, called it unreadable or let its lease end does not get it again. The third "unreadable"
makes a task unsolvable instead of queued.

A task that takes several answers becomes weighed instead of answered, and weighed instead of unsolvable once somebody
has answered it.
`;
}

/** One arrow for each pair of states, with all events that lead along it. */
function arrows() {
  const events = new Map([["[*] --> queued", ["accept"]]]);
  for (const [name, { from, to }] of Object.entries(EVENTS)) {
    for (const state of from) {
      const arrow = `${state} --> ${to}`;
      events.set(arrow, [...(events.get(arrow) ?? []), name]);
    }
  }
  const lines = [...events].map(([arrow, names]) => `  ${arrow}: ${names.join(", ")}`);
  return [...lines, ...FINAL_STATES.map((state) => `  ${state} --> [*]`)];
}

function stateRow([name, number]) {
  return `| ${name} | ${number} | ${FINAL_STATES.includes(name) ? "final, in `task`" : "in `open_task`"} |`;
}

function eventRow([name, { from, to, who, due }]) {
  return `| ${name} | ${from.join(", ")} | ${to} | ${WHO[who]} | ${DUE[due]} |`;
}
