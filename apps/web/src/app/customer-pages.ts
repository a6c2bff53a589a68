import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "./public-pages";
import { requireArea } from "./require-area";
import {
  callbacksSearch,
  chartsSearch,
  logSearch,
  reportsSearch,
  sitesSearch,
  tasksSearch,
  unrecognisableSearch,
  usageSearch,
} from "./search-params";

const customer = createRoute({
  getParentRoute: () => root,
  path: "/app",
  beforeLoad: ({ location }) => requireArea("customer", location.href),
  component: lazyRouteComponent(() => import("../routes/customer/customer-frame"), "CustomerFrame"),
});
const overview = createRoute({
  getParentRoute: () => customer,
  path: "/",
  validateSearch: chartsSearch,
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
const unrecognisable = createRoute({
  getParentRoute: () => customer,
  path: "/unrecognisable",
  validateSearch: unrecognisableSearch,
  component: lazyRouteComponent(
    () => import("../routes/customer/unrecognisable-route"),
    "UnrecognisableRoute",
  ),
});
const playground = createRoute({
  getParentRoute: () => customer,
  path: "/playground",
  component: lazyRouteComponent(() => import("../routes/customer/playground-route"), "PlaygroundRoute"),
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
const team = createRoute({
  getParentRoute: () => customer,
  path: "/team",
  component: lazyRouteComponent(() => import("../routes/customer/team-route"), "TeamRoute"),
});
const sites = createRoute({
  getParentRoute: () => customer,
  path: "/sites",
  validateSearch: sitesSearch,
  component: lazyRouteComponent(() => import("../routes/customer/sites-route"), "SitesRoute"),
});
const billing = createRoute({
  getParentRoute: () => customer,
  path: "/billing",
  component: lazyRouteComponent(() => import("../routes/customer/billing-route"), "BillingRoute"),
});
const limits = createRoute({
  getParentRoute: () => customer,
  path: "/limits",
  component: lazyRouteComponent(() => import("../routes/customer/limits-route"), "LimitsRoute"),
});
const usage = createRoute({
  getParentRoute: () => customer,
  path: "/usage",
  validateSearch: usageSearch,
  component: lazyRouteComponent(() => import("../routes/customer/usage-route"), "UsageRoute"),
});
const support = createRoute({
  getParentRoute: () => customer,
  path: "/support",
  component: lazyRouteComponent(() => import("../routes/customer/support-route"), "SupportRoute"),
});
/** The customer's own work screen stands alone, as the workers' does. */
const sandbox = createRoute({
  getParentRoute: () => root,
  path: "/app/sandbox",
  beforeLoad: ({ location }) => requireArea("customer", location.href),
  component: lazyRouteComponent(() => import("../routes/customer/sandbox-route"), "SandboxRoute"),
});
const receipt = createRoute({
  getParentRoute: () => root,
  path: "/app/billing/receipt/$depositId",
  beforeLoad: ({ location }) => requireArea("customer", location.href),
  component: lazyRouteComponent(() => import("../routes/customer/receipt-route"), "ReceiptRoute"),
});
const invoice = createRoute({
  getParentRoute: () => root,
  path: "/app/billing/invoice/$month",
  beforeLoad: ({ location }) => requireArea("customer", location.href),
  component: lazyRouteComponent(() => import("../routes/customer/invoice-route"), "InvoiceRoute"),
});

/** The customer's pages; a receipt and an invoice stand alone, to be printed. */
export const customerPages = [
  customer.addChildren([
    billing,
    sites,
    overview,
    tasks,
    unrecognisable,
    playground,
    requestLog,
    keys,
    packages,
    rates,
    statement,
    recognition,
    customerSettings,
    team,
    callbacks,
    reports,
    support,
    limits,
    usage,
  ]),
  receipt,
  invoice,
  sandbox,
] as const;
