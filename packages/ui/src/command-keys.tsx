import { lazy, Suspense, useEffect, useState } from "react";
import { isPlainKey } from "./hot-keys";

// Neither is needed until someone asks for it, so neither is part of a page's first load.
const CommandPalette = lazy(async () => ({ default: (await import("./command-palette")).CommandPalette }));
const KeySheet = lazy(async () => ({ default: (await import("./key-sheet")).KeySheet }));

/** Listens for Ctrl/Cmd-K (the palette) and `?` (the key sheet). */
export function CommandKeys() {
  const [open, setOpen] = useState<"palette" | "keys" | null>(null);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k") {
        event.preventDefault();
        setOpen("palette");
      } else if (event.key === "?" && isPlainKey(event)) {
        event.preventDefault();
        setOpen("keys");
      }
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);

  const close = () => setOpen(null);
  return (
    <Suspense>
      {open === "palette" && <CommandPalette onClose={close} />}
      {open === "keys" && <KeySheet onClose={close} />}
    </Suspense>
  );
}
