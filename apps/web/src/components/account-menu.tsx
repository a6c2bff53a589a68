import { Button } from "@sightline/ui/button";
import { Menu } from "@sightline/ui/menu";
import { useToast } from "@sightline/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { CircleUser, LogOut, Settings } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMe } from "../lib/me";
import { queryClient } from "../lib/query-client";
import { trpc } from "../lib/trpc";

/** `settingsHref`: where this area has a page for settings. */
export function AccountMenu({ settingsHref }: { settingsHref?: string }) {
  const { t } = useTranslation();
  const me = useMe();
  const toast = useToast();
  const router = useRouter();
  const logOut = useMutation(
    trpc.session.logOut.mutationOptions({
      // What this person saw must not be there for the next one.
      onSuccess: async () => {
        await router.navigate({ to: "/login" });
        queryClient.clear();
      },
      onError: () => toast({ tone: "bad", text: t("account.logOutFailed") }),
    }),
  );

  return (
    <Menu
      label={me.email}
      placement="top start"
      trigger={
        <Button tone="quiet" size="icon" aria-label={t("account.menu", { email: me.email })}>
          <CircleUser aria-hidden className="size-4" />
        </Button>
      }
      entries={[
        ...(settingsHref
          ? [{ id: "settings", label: t("account.settings"), icon: Settings, href: settingsHref }]
          : []),
        { id: "log-out", label: t("account.logOut"), icon: LogOut, onAction: () => logOut.mutate() },
      ]}
    />
  );
}
