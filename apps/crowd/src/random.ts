/** A number from 0 up to, but not including, 1. Passed in, so that what is drawn can be tested. */
export type Random = () => number;

/** One of these; throws on an empty list. */
export function pick<Item>(items: readonly Item[], random: Random): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error("there is nothing to pick from");
  return item;
}

/** A whole number from `min` to `max`, both included. */
export function wholeBetween(min: number, max: number, random: Random): number {
  return min + Math.floor(random() * (max - min + 1));
}
