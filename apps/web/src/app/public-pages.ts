import { createRootRoute, createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { NotFoundPage } from "./not-found-page";
import { RootFrame } from "./root-frame";
import { logInSearch, signUpSearch } from "./search-params";

/** What every page stands in. */
export const root = createRootRoute({ component: RootFrame, notFoundComponent: NotFoundPage });

const home = createRoute({
  getParentRoute: () => root,
  path: "/",
  component: lazyRouteComponent(() => import("../routes/public/home-route"), "HomeRoute"),
});
const logIn = createRoute({
  getParentRoute: () => root,
  path: "/login",
  validateSearch: logInSearch,
  component: lazyRouteComponent(() => import("../routes/public/log-in-route"), "LogInRoute"),
});
const signUp = createRoute({
  getParentRoute: () => root,
  path: "/signup",
  validateSearch: signUpSearch,
  component: lazyRouteComponent(() => import("../routes/public/sign-up-route"), "SignUpRoute"),
});
const forgot = createRoute({
  getParentRoute: () => root,
  path: "/forgot",
  component: lazyRouteComponent(() => import("../routes/public/forgot-route"), "ForgotRoute"),
});
const reset = createRoute({
  getParentRoute: () => root,
  path: "/reset",
  component: lazyRouteComponent(() => import("../routes/public/reset-route"), "ResetRoute"),
});
const confirm = createRoute({
  getParentRoute: () => root,
  path: "/confirm",
  component: lazyRouteComponent(() => import("../routes/public/confirm-route"), "ConfirmRoute"),
});
const invitation = createRoute({
  getParentRoute: () => root,
  path: "/invite/$token",
  component: lazyRouteComponent(() => import("../routes/public/invitation-route"), "InvitationRoute"),
});
const join = createRoute({
  getParentRoute: () => root,
  path: "/join",
  component: lazyRouteComponent(() => import("../routes/public/join-route"), "JoinRoute"),
});
const policy = createRoute({
  getParentRoute: () => root,
  path: "/policy",
  component: lazyRouteComponent(() => import("../routes/public/policy-route"), "PolicyRoute"),
});
const optOut = createRoute({
  getParentRoute: () => root,
  path: "/opt-out",
  component: lazyRouteComponent(() => import("../routes/public/opt-out-route"), "OptOutRoute"),
});

/** The pages that need no log-in. */
export const publicPages = [
  home,
  logIn,
  signUp,
  forgot,
  reset,
  confirm,
  invitation,
  join,
  policy,
  optOut,
] as const;
