/** How long something took: `840 ms`, `4.2 s`, `1 min 5 s`; a dash before there is anything to measure. */
export function formatDuration(ms: number | null): string {
  if (ms === null) return "–";
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1_000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1_000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

export function Duration({ ms }: { ms: number | null }) {
  return <span className="tabular whitespace-nowrap">{formatDuration(ms)}</span>;
}
