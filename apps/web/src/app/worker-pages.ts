import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "./public-pages";
import { requireArea } from "./require-area";

/** Every address of the app. Each area, and each page in it, is a file of its own that loads when it is opened. */
const work = createRoute({
  getParentRoute: () => root,
  path: "/work",
  beforeLoad: ({ location }) => requireArea("worker", location.href),
  component: lazyRouteComponent(() => import("../routes/worker/work-route"), "WorkRoute"),
});
/** A worker's pages beside the screen: under the same address, in a frame of their own. */
const worker = createRoute({
  getParentRoute: () => root,
  id: "worker",
  beforeLoad: ({ location }) => requireArea("worker", location.href),
  component: lazyRouteComponent(() => import("../routes/worker/worker-frame"), "WorkerFrame"),
});
const workerSettings = createRoute({
  getParentRoute: () => worker,
  path: "/work/settings",
  component: lazyRouteComponent(
    () => import("../routes/worker/worker-settings-route"),
    "WorkerSettingsRoute",
  ),
});
const earnings = createRoute({
  getParentRoute: () => worker,
  path: "/work/earnings",
  component: lazyRouteComponent(() => import("../routes/worker/earnings-route"), "EarningsRoute"),
});
const score = createRoute({
  getParentRoute: () => worker,
  path: "/work/score",
  component: lazyRouteComponent(() => import("../routes/worker/score-route"), "ScoreRoute"),
});
const workerPayouts = createRoute({
  getParentRoute: () => worker,
  path: "/work/payouts",
  component: lazyRouteComponent(() => import("../routes/worker/payouts-route"), "WorkerPayoutsRoute"),
});

/** The worker's screen, and the pages beside it. */
export const workerPages = [
  worker.addChildren([workerPayouts, score, earnings, workerSettings]),
  work,
] as const;
