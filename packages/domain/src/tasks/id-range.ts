/**
 * Parameters of `id = any($1) and id between $2 and $3`. The bounds say nothing new about the rows, but by them the
 * partitions that cannot hold these ids are left out; an array alone prunes nothing in a prepared plan.
 */
export function idRange(ids: readonly number[]): [ids: string, first: number, last: number] {
  let first = Number.MAX_SAFE_INTEGER;
  let last = 0;
  for (const id of ids) {
    if (id < first) first = id;
    if (id > last) last = id;
  }
  return [numberArray(ids), first, last];
}

/** Numbers, and null for none, as the text of an array: the driver would quote and escape each of them. */
export function numberArray(numbers: readonly (number | null)[]): string {
  return `{${numbers.map((number) => number ?? "null").join(",")}}`;
}
