import { BrandMark } from "@sightline/ui/brand-mark";
import { PageShell } from "@sightline/ui/page-shell";
import { TextLink } from "@sightline/ui/text-link";
import type { ReactNode } from "react";
import { BRAND } from "../lib/brand";

/** A page that belongs to no area: the mark, a title, a few lines. */
export function LonePage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="mx-auto flex min-h-dvh max-w-xl flex-col justify-center">
      <header className="px-4 md:px-8">
        <TextLink href="/" className="inline-flex items-center gap-2.5 text-text! no-underline">
          <BrandMark />
          {BRAND}
        </TextLink>
      </header>
      <main>
        <PageShell title={title} brand={BRAND}>
          <div className="flex flex-col items-start gap-5">{children}</div>
        </PageShell>
      </main>
    </div>
  );
}
