import { type ReactNode, useEffect, useRef } from "react";

export interface PageShellProps {
  /** The page's one h1, and the first half of the document's title. */
  title: string;
  /** The second half of the document's title. */
  brand: string;
  /** A quiet line under the title. */
  lead?: ReactNode;
  /** One thing that can be done here. */
  primaryAction?: ReactNode;
  /** Search and filters; what they hold stands in the address. */
  filters?: ReactNode;
  /** `text` keeps forms and prose to a readable width. */
  width?: "full" | "text";
  children: ReactNode;
}

/**
 * The frame of every page: title with one primary action, filters, content. On arrival from another page the
 * title takes focus, so that a screen reader starts there and Tab goes on from there; a control that has taken
 * focus by itself keeps it.
 */
export function PageShell({
  title,
  brand,
  lead,
  primaryAction,
  filters,
  width = "full",
  children,
}: PageShellProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body) {
      heading.current?.focus({ preventScroll: true });
    }
  }, []);

  return (
    <div
      // Forms and prose begin where tables do, so that going from page to page moves nothing.
      className={`mx-auto flex w-full max-w-[96rem] flex-col gap-6 px-4 py-6 md:px-8 md:py-8 ${width === "text" ? "*:max-w-3xl" : ""}`}
    >
      <title>{`${title} · ${brand}`}</title>
      <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="flex min-w-0 flex-col gap-1">
          <h1 ref={heading} tabIndex={-1} className="text-24 font-semibold tracking-tight">
            {title}
          </h1>
          {lead && <p className="max-w-text text-text-quiet">{lead}</p>}
        </div>
        {primaryAction && <div className="flex shrink-0 items-center gap-2">{primaryAction}</div>}
      </header>
      {filters && <div className="flex flex-wrap items-end gap-3">{filters}</div>}
      {children}
    </div>
  );
}
