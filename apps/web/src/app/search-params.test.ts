import { expect, test } from "vitest";
import { accountsSearch, logInSearch, tasksSearch } from "./search-params";

test("after the log-in only a page of ours may be next", () => {
  expect(logInSearch({ next: "/app/tasks?state=answered" })).toEqual({ next: "/app/tasks?state=answered" });
  for (const next of ["https://example.org", "//example.org", "/\\example.org", "app", 7, null]) {
    expect(logInSearch({ next })).toEqual({});
  }
});

test("what an address may not hold is dropped, and the rest counts", () => {
  expect(tasksSearch({ state: "lost", before: -1, task: 12 })).toEqual({ task: 12 });
  expect(tasksSearch({ state: "queued", before: 9.5, task: "12" })).toEqual({ state: "queued" });
});

test("an account number that the router read as a number is still a search", () => {
  expect(accountsSearch({ search: 1001, role: "worker" })).toEqual({ search: "1001", role: "worker" });
  expect(accountsSearch({ search: "  " })).toEqual({});
});
