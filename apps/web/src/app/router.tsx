import { createRoute, createRouter, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { ErrorPage } from "./error-page";
import { publicPages, root } from "./public-pages";
import { requireArea } from "./require-area";
import {
  accountsSearch,
  auditSearch,
  callbacksSearch,
  floorSearch,
  logSearch,
  queueSearch,
  reportsSearch,
  tasksSearch,
} from "./search-params";

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

const customer = createRoute({
  getParentRoute: () => root,
  path: "/app",
  beforeLoad: ({ location }) => requireArea("customer", location.href),
  component: lazyRouteComponent(() => import("../routes/customer/customer-frame"), "CustomerFrame"),
});
const overview = createRoute({
  getParentRoute: () => customer,
  path: "/",
  component: lazyRouteComponent(() => import("../routes/customer/overview-route"), "OverviewRoute"),
});
const tasks = createRoute({
  getParentRoute: () => customer,
  path: "/tasks",
  validateSearch: tasksSearch,
  component: lazyRouteComponent(() => import("../routes/customer/tasks-route"), "TasksRoute"),
});
const requestLog = createRoute({
  getParentRoute: () => customer,
  path: "/log",
  validateSearch: logSearch,
  component: lazyRouteComponent(() => import("../routes/customer/log-route"), "LogRoute"),
});
const callbacks = createRoute({
  getParentRoute: () => customer,
  path: "/callbacks",
  validateSearch: callbacksSearch,
  component: lazyRouteComponent(() => import("../routes/customer/callbacks-route"), "CallbacksRoute"),
});
const reports = createRoute({
  getParentRoute: () => customer,
  path: "/reports",
  validateSearch: reportsSearch,
  component: lazyRouteComponent(() => import("../routes/customer/reports-route"), "ReportsRoute"),
});
const keys = createRoute({
  getParentRoute: () => customer,
  path: "/keys",
  component: lazyRouteComponent(() => import("../routes/customer/keys-route"), "KeysRoute"),
});
const packages = createRoute({
  getParentRoute: () => customer,
  path: "/packages",
  component: lazyRouteComponent(() => import("../routes/customer/packages-route"), "PackagesRoute"),
});
const rates = createRoute({
  getParentRoute: () => customer,
  path: "/rates",
  component: lazyRouteComponent(() => import("../routes/customer/rates-route"), "RatesRoute"),
});
const statement = createRoute({
  getParentRoute: () => customer,
  path: "/statement",
  component: lazyRouteComponent(() => import("../routes/customer/statement-route"), "StatementRoute"),
});
const recognition = createRoute({
  getParentRoute: () => customer,
  path: "/recognition",
  component: lazyRouteComponent(() => import("../routes/customer/recognition-route"), "RecognitionRoute"),
});
const customerSettings = createRoute({
  getParentRoute: () => customer,
  path: "/settings",
  component: lazyRouteComponent(() => import("../routes/customer/settings-route"), "SettingsRoute"),
});

const staff = createRoute({
  getParentRoute: () => root,
  path: "/staff",
  beforeLoad: ({ location }) => requireArea("staff", location.href),
  component: lazyRouteComponent(() => import("../routes/staff/staff-frame"), "StaffFrame"),
});
const staffHome = createRoute({
  getParentRoute: () => staff,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/staff/queue" });
  },
});
const queue = createRoute({
  getParentRoute: () => staff,
  path: "/queue",
  validateSearch: queueSearch,
  component: lazyRouteComponent(() => import("../routes/staff/queue-route"), "QueueRoute"),
});
const floor = createRoute({
  getParentRoute: () => staff,
  path: "/floor",
  validateSearch: floorSearch,
  component: lazyRouteComponent(() => import("../routes/staff/floor-route"), "FloorRoute"),
});
const glyphs = createRoute({
  getParentRoute: () => staff,
  path: "/glyphs",
  component: lazyRouteComponent(() => import("../routes/staff/glyphs-route"), "GlyphsRoute"),
});
const accounts = createRoute({
  getParentRoute: () => staff,
  path: "/accounts",
  validateSearch: accountsSearch,
  component: lazyRouteComponent(() => import("../routes/staff/accounts-route"), "AccountsRoute"),
});
const prices = createRoute({
  getParentRoute: () => staff,
  path: "/prices",
  component: lazyRouteComponent(() => import("../routes/staff/prices-route"), "PricesRoute"),
});
const audit = createRoute({
  getParentRoute: () => staff,
  path: "/audit",
  validateSearch: auditSearch,
  component: lazyRouteComponent(() => import("../routes/staff/audit-route"), "AuditRoute"),
});
const staffPackages = createRoute({
  getParentRoute: () => staff,
  path: "/packages",
  component: lazyRouteComponent(() => import("../routes/staff/packages-route"), "StaffPackagesRoute"),
});
const reconciliation = createRoute({
  getParentRoute: () => staff,
  path: "/reconciliation",
  component: lazyRouteComponent(() => import("../routes/staff/reconciliation-route"), "ReconciliationRoute"),
});
const staffSettings = createRoute({
  getParentRoute: () => staff,
  path: "/settings",
  component: lazyRouteComponent(() => import("../routes/staff/settings-route"), "StaffSettingsRoute"),
});

const billing = createRoute({
  getParentRoute: () => customer,
  path: "/billing",
  component: lazyRouteComponent(() => import("../routes/customer/billing-route"), "BillingRoute"),
});
const receipt = createRoute({
  getParentRoute: () => root,
  path: "/app/billing/receipt/$depositId",
  beforeLoad: ({ location }) => requireArea("customer", location.href),
  component: lazyRouteComponent(() => import("../routes/customer/receipt-route"), "ReceiptRoute"),
});
const deposits = createRoute({
  getParentRoute: () => staff,
  path: "/deposits",
  component: lazyRouteComponent(() => import("../routes/staff/deposits-route"), "DepositsRoute"),
});
const workerPayouts = createRoute({
  getParentRoute: () => worker,
  path: "/work/payouts",
  component: lazyRouteComponent(() => import("../routes/worker/payouts-route"), "WorkerPayoutsRoute"),
});
const staffPayouts = createRoute({
  getParentRoute: () => staff,
  path: "/payouts",
  component: lazyRouteComponent(() => import("../routes/staff/payouts-route"), "StaffPayoutsRoute"),
});

const routeTree = root.addChildren([
  ...publicPages,
  work,
  worker.addChildren([workerPayouts, earnings, workerSettings]),
  receipt,
  customer.addChildren([
    billing,
    overview,
    tasks,
    requestLog,
    keys,
    packages,
    rates,
    statement,
    recognition,
    customerSettings,
    callbacks,
    reports,
  ]),
  staff.addChildren([
    staffPayouts,
    deposits,
    staffHome,
    queue,
    floor,
    glyphs,
    accounts,
    prices,
    audit,
    staffSettings,
    staffPackages,
    reconciliation,
  ]),
]);

export const router = createRouter({
  routeTree,
  scrollRestoration: true,
  defaultErrorComponent: ErrorPage,
  // A page that is there within this time appears at once; nothing flashes in between.
  defaultPendingMs: 300,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
