import { createRouter } from "@tanstack/react-router";
import { customerPages } from "./customer-pages";
import { ErrorPage } from "./error-page";
import { publicPages, root } from "./public-pages";
import { staffPages } from "./staff-pages";
import { workerPages } from "./worker-pages";

/** Every address of the app. Each area, and each page in it, is a file of its own that loads when it is opened. */
const routeTree = root.addChildren([...publicPages, ...workerPages, ...customerPages, ...staffPages]);

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
