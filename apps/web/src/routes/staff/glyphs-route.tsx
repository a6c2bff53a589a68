import { PageShell } from "@sightline/ui/page-shell";
import { Section } from "@sightline/ui/section";
import { BRAND } from "../../lib/brand";
import { glyphPolicy } from "../../text/moderation";

/** The rules that every moderator decides ambiguous pictures by. */
export function GlyphsRoute() {
  return (
    <PageShell title={glyphPolicy.title} lead={glyphPolicy.lead} brand={BRAND} width="text">
      {glyphPolicy.rules.map(([title, says]) => (
        <Section key={title} title={title}>
          <p className="max-w-text">{says}</p>
        </Section>
      ))}
    </PageShell>
  );
}
