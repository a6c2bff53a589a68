import { CopyButton } from "./copy-button";

/** Code or a command to take along. `label` names it for those who don't see it. */
export function CodeBlock({ code, label, copyLabel }: { code: string; label: string; copyLabel: string }) {
  return (
    <section
      aria-label={label}
      className="flex items-start gap-2 rounded-10 border border-line bg-hover py-2 pe-2 ps-4"
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <pre tabIndex={0} className="min-w-0 grow overflow-x-auto rounded-6 py-1.5 text-13">
        <code>{code}</code>
      </pre>
      <CopyButton text={code} label={copyLabel} />
    </section>
  );
}
