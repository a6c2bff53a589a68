import { expect, test } from "vitest";

test("no address leads to two pages", async () => {
  // The router refuses that, and then every page of the app is blank.
  const { router } = await import("./router");
  const paths = Object.keys(router.routesByPath);
  expect(paths).toContain("/app/tasks");
  expect(new Set(paths).size).toBe(paths.length);
});
