import { HotKeysProvider } from "@sightline/ui/hot-keys";
import { ToastProvider } from "@sightline/ui/toast";
import { UiTextProvider } from "@sightline/ui/ui-text";
import { Outlet, useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { RouterProvider as AriaRouterProvider } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { onLoggedOut } from "../lib/logged-out";
import { queryClient } from "../lib/query-client";

/** What every page stands in: links that stay in the app, the components' words, messages. */
export function RootFrame() {
  const router = useRouter();
  const { t } = useTranslation();

  // A session that ended elsewhere: on to the log-in, and from there back here.
  useEffect(() => {
    const leave = async () => {
      const { pathname, href } = router.state.location;
      if (pathname === "/login") return;
      await router.navigate({ to: "/login", search: { next: href } });
      queryClient.clear();
    };
    return onLoggedOut(() => void leave());
  }, [router]);

  return (
    <AriaRouterProvider navigate={(href) => void router.navigate({ href })}>
      <UiTextProvider text={t("ui", { returnObjects: true })}>
        <ToastProvider>
          <HotKeysProvider>
            <Outlet />
          </HotKeysProvider>
        </ToastProvider>
      </UiTextProvider>
    </AriaRouterProvider>
  );
}
