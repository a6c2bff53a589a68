import type { ReactNode } from "react";

export interface FigureItem {
  label: string;
  value: ReactNode;
  /** A quiet line under the value. */
  note?: ReactNode;
}

/** How many stand side by side in a wide and in a very wide place, so that no row is left half empty. */
const BESIDE: Record<number, string> = {
  1: "",
  2: "",
  3: "@2xl:grid-cols-3",
  4: "@3xl:grid-cols-4",
  5: "@2xl:grid-cols-3 @6xl:grid-cols-5",
};
const BESIDE_MANY = "@2xl:grid-cols-3 @6xl:grid-cols-6";

/** A few figures side by side, each with its name above it. */
export function FigureRow({ figures }: { figures: FigureItem[] }) {
  return (
    <div className="@container">
      <Figures figures={figures} />
    </div>
  );
}

function Figures({ figures }: { figures: FigureItem[] }) {
  return (
    <dl
      className={`grid grid-cols-2 overflow-hidden rounded-10 border border-line bg-surface ${BESIDE[figures.length] ?? BESIDE_MANY}`}
    >
      {figures.map((figure) => (
        <div
          key={figure.label}
          className="-me-px -mb-px flex min-w-0 flex-col gap-1 border-e border-b border-line px-3 py-3 sm:px-4"
        >
          <dt className="text-13 text-text-quiet">{figure.label}</dt>
          <dd className="text-16 font-semibold tabular sm:text-20">{figure.value}</dd>
          {figure.note && <dd className="text-13 text-text-quiet">{figure.note}</dd>}
        </div>
      ))}
    </dl>
  );
}

export interface FactsProps {
  facts: FigureItem[];
  /** Sentences: on a phone each stands under its name, across the whole width. */
  prose?: boolean;
}

/** Names and values, one a line, as in a side panel. */
export function Facts({ facts, prose = false }: FactsProps) {
  const narrow = prose ? "grid-cols-1" : "grid-cols-[fit-content(52%)_1fr]";
  const row = prose ? "sm:col-span-2 gap-y-0.5" : "col-span-2";
  return (
    <dl className={`grid ${narrow} gap-x-6 sm:grid-cols-[fit-content(62%)_1fr] gap-y-2.5`}>
      {facts.map((fact) => (
        <div key={fact.label} className={`${row} grid grid-cols-subgrid items-baseline`}>
          <dt className="text-text-quiet sm:min-w-28">{fact.label}</dt>
          <dd className={`min-w-0 break-words ${prose ? "max-w-text" : ""}`}>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
