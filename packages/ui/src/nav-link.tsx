import type { LucideIcon } from "lucide-react";
import { Link } from "react-aria-components/Link";

export interface NavItem {
  href: string;
  label: string;
  icon: LucideIcon;
  /** A heading over this item and those after it, in the rail. */
  group?: string;
}

interface NavLinkProps {
  item: NavItem;
  current: boolean;
}

export interface RailLinkProps extends NavLinkProps {
  /** Only the icon is seen; the name stays for assistive technology and on pointing. */
  folded: boolean;
  onIntent: ((href: string) => void) | undefined;
}

export function RailLink({ item, current, folded, onIntent }: RailLinkProps) {
  const { icon: Icon, href, label } = item;
  return (
    <Link
      href={href}
      {...(current && { "aria-current": "page" })}
      {...(folded && { "aria-label": label })}
      onHoverStart={() => onIntent?.(href)}
      className={`flex h-9 items-center gap-3 rounded-6 px-2.5 ${current ? "bg-hover font-medium text-text" : "text-text-quiet hover:bg-hover hover:text-text"}`}
    >
      <span className="flex" {...(folded && { title: label })}>
        <Icon aria-hidden className="size-4 shrink-0" />
      </span>
      {!folded && label}
    </Link>
  );
}

export function BarLink({ item, current }: NavLinkProps) {
  const { icon: Icon, href, label } = item;
  return (
    <Link
      href={href}
      {...(current && { "aria-current": "page" })}
      className={`flex h-14 min-w-0 flex-1 flex-col items-center justify-center gap-0.5 text-12 -outline-offset-2 ${current ? "font-medium text-accent-text" : "text-text-quiet"}`}
    >
      <Icon aria-hidden className="size-5 shrink-0" />
      <span className="max-w-full truncate px-0.5">{label}</span>
    </Link>
  );
}
