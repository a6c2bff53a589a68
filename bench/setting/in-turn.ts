/**
 * Measures several rates in turn, `rounds` times, so that a slow moment of the machine falls on all of them and not on
 * one. The mean of each.
 */
export async function inTurn<Name extends string>(
  rounds: number,
  measures: Record<Name, () => Promise<number>>,
): Promise<Record<Name, number>> {
  const names = Object.keys(measures) as Name[];
  const sums = new Map<Name, number>(names.map((name) => [name, 0]));
  for (let round = 0; round < rounds; round++) {
    for (const name of names) sums.set(name, (sums.get(name) ?? 0) + (await measures[name]()));
  }
  const means = names.map((name) => [name, (sums.get(name) ?? 0) / rounds] as const);
  return Object.fromEntries(means) as Record<Name, number>;
}
