import { expect, test } from "vitest";
import { formatRelative } from "./relative-time";

const NOW = Date.UTC(2026, 10, 23, 12);
const relative = (distanceMs: number) => formatRelative(NOW + distanceMs, NOW, "en", "now");

test("two seconds around now are now", () => {
  expect(relative(-1_999)).toBe("now");
  expect(relative(1_999)).toBe("now");
});

test("a distance is told in its largest whole unit, never rounded up", () => {
  expect(relative(-59_999)).toBe("59 sec. ago");
  expect(relative(-119_999)).toBe("1 min. ago");
  expect(relative(90_000)).toBe("in 1 min.");
  expect(relative(-3 * 86_400_000)).toBe("3 days ago");
});
