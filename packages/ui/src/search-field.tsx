import { Search } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";

const SETTLED_MS = 250;

export interface SearchFieldProps {
  label: string;
  /** What the address holds. */
  value: string;
  /** Called with trimmed words when typing has paused, so that the server is asked once for a word. */
  onSearch: (value: string) => void;
}

/** The page's search; `/` brings the cursor here (see hot-keys). */
export function SearchField({ label, value, onSearch }: SearchFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState(value);
  const asked = useRef(value);

  // The address changed by something else than this field (Back, a link). What it says because of this field may
  // already be behind what has been typed since.
  useEffect(() => {
    if (value === asked.current.trim()) return;
    asked.current = value;
    setTyped(value);
  }, [value]);
  useEffect(() => {
    if (typed === asked.current) return;
    const timer = setTimeout(() => {
      asked.current = typed;
      onSearch(typed.trim());
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [typed, onSearch]);

  return (
    <div className="flex w-full flex-col gap-1.5 sm:w-80">
      <label htmlFor={id} className="text-13 font-medium">
        {label}
      </label>
      <div className="relative flex items-center">
        <Search aria-hidden className="pointer-events-none absolute start-3 size-4 text-text-quiet" />
        <input
          id={id}
          type="search"
          data-page-search
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          autoComplete="off"
          spellCheck={false}
          className="h-9 w-full rounded-6 bg-surface pe-3 ps-9 text-14 ring-1 ring-inset ring-line-control pointer-coarse:h-11 pointer-coarse:text-16"
        />
      </div>
    </div>
  );
}
