import { PageShell } from "@sightline/ui/page-shell";
import type { ReactNode } from "react";
import { BRAND } from "../lib/brand";

/** A page that holds one short form. */
export function NarrowPage({
  title,
  lead,
  children,
}: {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="mx-auto w-full max-w-lg pt-2 md:pt-10">
      <PageShell title={title} lead={lead} brand={BRAND}>
        {children}
      </PageShell>
    </div>
  );
}
