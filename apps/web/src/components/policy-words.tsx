import { Section } from "@sightline/ui/section";

interface Part {
  title: string | null;
  sentences: string[];
  rules: string[];
}

/** The acceptable-use policy as everybody reads it: `## ` begins a part, `- ` a rule, anything else is a sentence. */
export function PolicyWords({ text }: { text: string }) {
  return partsOf(text).map(({ title, sentences, rules }, at) => {
    const body = (
      <>
        {sentences.map((sentence) => (
          <p key={sentence} className="max-w-text break-words">
            {sentence}
          </p>
        ))}
        {rules.length > 0 && (
          <ol className="flex max-w-text list-decimal flex-col gap-2 ps-5">
            {rules.map((rule) => (
              <li key={rule} className="break-words">
                {rule}
              </li>
            ))}
          </ol>
        )}
      </>
    );
    return title === null ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other name, and never move.
      <div key={at} className="flex flex-col gap-2">
        {body}
      </div>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <Section key={at} title={title}>
        {body}
      </Section>
    );
  });
}

function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  for (const line of text.split("\n").map((each) => each.trim())) {
    if (line === "") continue;
    const begins = line.startsWith("## ");
    if (begins || parts.length === 0)
      parts.push({ title: begins ? line.slice(3) : null, sentences: [], rules: [] });
    const part = parts.at(-1);
    if (begins) continue;
    if (line.startsWith("- ")) part?.rules.push(line.slice(2));
    else part?.sentences.push(line);
  }
  return parts;
}
