import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { root } from "./public-pages";
import { requireArea } from "./require-area";
import {
  accountsSearch,
  auditSearch,
  bansSearch,
  floorSearch,
  goldSearch,
  queueSearch,
  workersSearch,
} from "./search-params";

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
const staffSites = createRoute({
  getParentRoute: () => staff,
  path: "/sites",
  component: lazyRouteComponent(() => import("../routes/staff/sites-route"), "StaffSitesRoute"),
});
const staffWorkers = createRoute({
  getParentRoute: () => staff,
  path: "/workers",
  validateSearch: workersSearch,
  component: lazyRouteComponent(() => import("../routes/staff/workers-route"), "StaffWorkersRoute"),
});
const gold = createRoute({
  getParentRoute: () => staff,
  path: "/gold",
  validateSearch: goldSearch,
  component: lazyRouteComponent(() => import("../routes/staff/gold-route"), "GoldRoute"),
});
const deposits = createRoute({
  getParentRoute: () => staff,
  path: "/deposits",
  component: lazyRouteComponent(() => import("../routes/staff/deposits-route"), "DepositsRoute"),
});
const staffPayouts = createRoute({
  getParentRoute: () => staff,
  path: "/payouts",
  component: lazyRouteComponent(() => import("../routes/staff/payouts-route"), "StaffPayoutsRoute"),
});

const refunds = createRoute({
  getParentRoute: () => staff,
  path: "/refunds",
  component: lazyRouteComponent(() => import("../routes/staff/refunds-route"), "RefundsRoute"),
});
const bans = createRoute({
  getParentRoute: () => staff,
  path: "/bans",
  validateSearch: bansSearch,
  component: lazyRouteComponent(() => import("../routes/staff/bans-route"), "BansRoute"),
});
const announcements = createRoute({
  getParentRoute: () => staff,
  path: "/announcements",
  component: lazyRouteComponent(() => import("../routes/staff/announcements-route"), "AnnouncementsRoute"),
});
const staffPolicy = createRoute({
  getParentRoute: () => staff,
  path: "/policy",
  component: lazyRouteComponent(() => import("../routes/staff/policy-route"), "StaffPolicyRoute"),
});
const staffImages = createRoute({
  getParentRoute: () => staff,
  path: "/images",
  component: lazyRouteComponent(() => import("../routes/staff/images-route"), "StaffImagesRoute"),
});

/** The staff's pages. */
export const staffPages = [
  staff.addChildren([
    staffPayouts,
    deposits,
    staffSites,
    staffImages,
    staffPolicy,
    gold,
    staffWorkers,
    bans,
    refunds,
    announcements,
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
] as const;
