import { type Figures, GOALS, keepsGoal } from "./figures";

/** The figures in columns: name, value, and what it is held to. */
export function printTable(figures: Figures): void {
  const rows = Object.entries(figures).map(([name, value]) => [name, shown(value), verdict(name, value)]);
  const nameWidth = Math.max(...rows.map(([name = ""]) => name.length));
  const valueWidth = Math.max(...rows.map(([, value = ""]) => value.length));
  for (const [name = "", value = "", goal = ""] of rows) {
    console.log(`${name.padEnd(nameWidth)}  ${value.padStart(valueWidth)}  ${goal}`.trimEnd());
  }
}

function shown(value: number): string {
  if (Math.abs(value) < 1) return value.toFixed(4);
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2);
}

function verdict(name: string, value: number): string {
  const goal = GOALS[name];
  if (goal === undefined) return "";
  const words = "atLeast" in goal ? `at least ${goal.atLeast}` : `at most ${goal.atMost}`;
  return keepsGoal(name, value) ? `${words}: kept` : `${words}: MISSED`;
}
