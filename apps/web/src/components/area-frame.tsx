import { AppFrame } from "@sightline/ui/app-frame";
import { CommandKeys } from "@sightline/ui/command-keys";
import { type HotKey, useHotKeys } from "@sightline/ui/hot-keys";
import type { NavItem } from "@sightline/ui/nav-link";
import { ThemeMenu } from "@sightline/ui/theme-menu";
import { Outlet, useLocation, useRouter } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { BRAND } from "../lib/brand";
import { useMe } from "../lib/me";
import { AccountMenu } from "./account-menu";
import { Announcements } from "./announcements";
import { NoticeBell } from "./notice-bell";
import { StandingNotice } from "./standing-notice";

/** Only an admin who looks at somebody's pages needs it. */
const ViewingNotice = lazy(async () => ({ default: (await import("./viewing-notice")).ViewingNotice }));

/** A page of the area's navigation; `letter` is what follows `g`. */
export type AreaPage = NavItem & { letter: string };

export interface AreaFrameProps {
  homeHref: string;
  /** Must keep its identity between renders. */
  pages: AreaPage[];
  settingsHref: string;
  /** What the area has to say above every page. */
  notices?: ReactNode;
  /** Stands in place of the page that is open. */
  instead?: ReactNode;
}

/** The frame of an area: its navigation with keys, the account, the page that is open. */
export function AreaFrame({ homeHref, pages, settingsHref, notices, instead }: AreaFrameProps) {
  const { t } = useTranslation();
  const router = useRouter();
  const { viewing } = useMe();
  const pathname = useLocation({ select: (location) => location.pathname });

  const keys = useMemo<HotKey[]>(
    () =>
      pages.map((page) => ({
        keys: `g ${page.letter}`,
        label: t("goTo", { page: page.label }),
        run: () => void router.navigate({ href: page.href }),
      })),
    [pages, router, t],
  );
  useHotKeys(keys);

  const current = pages
    .filter((page) => pathname === page.href || pathname.startsWith(`${page.href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0];
  return (
    <AppFrame
      brand={BRAND}
      homeHref={homeHref}
      items={pages}
      currentHref={instead === undefined ? (current?.href ?? null) : null}
      onIntent={(href) => void router.preloadRoute({ to: href })}
      tools={
        <>
          <NoticeBell />
          <AccountMenu settingsHref={settingsHref} />
          <ThemeMenu />
        </>
      }
    >
      <Suspense>{viewing !== undefined && <ViewingNotice />}</Suspense>
      <StandingNotice />
      {notices}
      <Announcements />
      {instead ?? <Outlet />}
      <CommandKeys />
    </AppFrame>
  );
}
