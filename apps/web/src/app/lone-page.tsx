import { PageShell } from "@sightline/ui/page-shell";
import type { ReactNode } from "react";
import { BrandLink } from "../components/brand-link";
import { BRAND } from "../lib/brand";

/** A page that belongs to no area: the mark, a title, a few lines. */
export function LonePage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="mx-auto flex min-h-dvh max-w-xl flex-col justify-center">
      <header className="px-4 md:px-8">
        <BrandLink />
      </header>
      <main>
        <PageShell title={title} brand={BRAND}>
          <div className="flex flex-col items-start gap-5">{children}</div>
        </PageShell>
      </main>
    </div>
  );
}
