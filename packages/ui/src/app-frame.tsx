import { Ellipsis, PanelLeftClose, PanelLeftOpen } from "lucide-react";
import { Fragment, type ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { Link } from "react-aria-components/Link";
import { BrandMark } from "./brand-mark";
import { Button } from "./button";
import { Menu } from "./menu";
import { BarLink, type NavItem, RailLink } from "./nav-link";
import { isBoolean, usePersistedState } from "./persisted-state";
import { useUiText } from "./ui-text";

export interface AppFrameProps {
  brand: string;
  homeHref: string;
  items: NavItem[];
  /** The item whose page, or a page below it, is shown. */
  currentHref: string | null;
  /** Pointing at an item says that its page may be wanted. */
  onIntent?: (href: string) => void;
  /** Theme and account menus: at the rail's foot, on phones at the top. */
  tools: ReactNode;
  children: ReactNode;
}

/** More than these do not fit side by side on a phone; the others stand behind the last place. */
const BAR_MAX = 5;

/** Around every page of an area: a rail that folds to icons, on phones a bar at the bottom. */
export function AppFrame({ brand, homeHref, items, currentHref, onIntent, tools, children }: AppFrameProps) {
  const text = useUiText();
  const [folded, setFolded] = usePersistedState("sightline.rail-folded", false, isBoolean);
  const inBar = items.length > BAR_MAX ? BAR_MAX - 1 : items.length;
  const FoldIcon = folded ? PanelLeftOpen : PanelLeftClose;
  return (
    <div className="flex min-h-dvh flex-col md:flex-row">
      <a
        href="#content"
        className="sr-only rounded-6 bg-surface px-4 py-2 focus:not-sr-only focus:fixed focus:top-2 focus:start-2 focus:z-50"
      >
        {text.skipToContent}
      </a>
      <header
        className={`flex items-center justify-between gap-1 border-b border-line bg-surface px-3 py-2 md:sticky md:top-0 md:h-dvh md:shrink-0 md:flex-col md:items-stretch md:justify-start md:border-e md:border-b-0 md:py-3 ${folded ? "md:w-15" : "md:w-56"}`}
      >
        <Link href={homeHref} className="flex h-10 items-center gap-2.5 rounded-6 px-2 font-semibold">
          <BrandMark />
          <span className={folded ? "md:sr-only" : ""}>{brand}</span>
        </Link>
        <nav
          aria-label={text.mainNavigation}
          className="hidden min-h-0 grow flex-col gap-0.5 overflow-y-auto pt-3 md:flex"
        >
          {items.map((item) => (
            <Fragment key={item.href}>
              {item.group && !folded && (
                <span className="px-2.5 pt-4 pb-1 text-12 font-medium text-text-quiet">{item.group}</span>
              )}
              <RailLink item={item} current={item.href === currentHref} folded={folded} onIntent={onIntent} />
            </Fragment>
          ))}
        </nav>
        <div className={`flex gap-1 ${folded ? "md:flex-col md:items-center" : "md:items-center"}`}>
          {tools}
          <span className="hidden md:ms-auto md:block">
            <Button
              tone="quiet"
              size="icon"
              aria-label={folded ? text.expandRail : text.collapseRail}
              onPress={() => setFolded(!folded)}
            >
              <FoldIcon aria-hidden className="size-4" />
            </Button>
          </span>
        </div>
      </header>
      <main id="content" className="flex min-w-0 grow flex-col pb-16 md:pb-0">
        {children}
      </main>
      <nav
        aria-label={text.mainNavigation}
        className="fixed inset-x-0 bottom-0 z-30 flex border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
      >
        {items.slice(0, inBar).map((item) => (
          <BarLink key={item.href} item={item} current={item.href === currentHref} />
        ))}
        {items.length > inBar && <MorePages items={items.slice(inBar)} currentHref={currentHref} />}
      </nav>
    </div>
  );
}

function MorePages({ items, currentHref }: Pick<AppFrameProps, "items" | "currentHref">) {
  const text = useUiText();
  const current = items.find(({ href }) => href === currentHref);
  return (
    <Menu
      label={text.morePages}
      placement="top end"
      trigger={
        <AriaButton
          className={`flex h-14 min-w-0 flex-1 flex-col items-center justify-center gap-0.5 text-12 -outline-offset-2 ${current ? "font-medium text-accent-text" : "text-text-quiet"}`}
        >
          <Ellipsis aria-hidden className="size-5 shrink-0" />
          <span className="max-w-full truncate px-0.5">{current?.label ?? text.morePages}</span>
        </AriaButton>
      }
      entries={items.map(({ href, label, icon }) => ({ id: href, label, icon, href }))}
    />
  );
}
