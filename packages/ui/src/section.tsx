import { type ReactNode, useId } from "react";

export interface SectionProps {
  title: string;
  lead?: ReactNode;
  action?: ReactNode;
  /** A ground of its own; without it the section stands on the page. */
  raised?: boolean;
  children: ReactNode;
}

/** A titled part of a page or of a side panel. */
export function Section({ title, lead, action, raised = false, children }: SectionProps) {
  const headingId = useId();
  return (
    <section
      aria-labelledby={headingId}
      className={`flex min-w-0 flex-col gap-4 ${raised ? "rounded-10 border border-line bg-surface p-5" : ""}`}
    >
      <header className="flex flex-wrap items-start justify-between gap-3">
        <div className="flex min-w-0 flex-col gap-1">
          <h2 id={headingId} className="text-16 font-semibold">
            {title}
          </h2>
          {lead && <p className="max-w-text text-text-quiet">{lead}</p>}
        </div>
        {action}
      </header>
      {children}
    </section>
  );
}
