import { z } from "zod";
import type { TextStore } from "./outbox-store";
import type { Field } from "./work-session";

/** The half-typed answer of this tab, so that a reload loses no letter. It ends with the tab. */
export interface DraftStore {
  read(): Field;
  write(field: Field): void;
}

/** Enough for the longest sketch: twenty areas of two hundred corners. */
const DRAFT_MAX_LENGTH = 100_000;
const EMPTY: Field = { text: "", of: null };
const fieldSchema = z.object({
  text: z.string().max(DRAFT_MAX_LENGTH),
  of: z.templateLiteral([z.int(), ":", z.int()]).nullable(),
});

export function createDraftStore(storage: TextStore | null, accountId: number): DraftStore {
  const name = `sightline:draft:${accountId}`;
  return {
    read() {
      try {
        const stored = fieldSchema.safeParse(JSON.parse(storage?.getItem(name) ?? "null"));
        return stored.success ? stored.data : EMPTY;
      } catch {
        return EMPTY;
      }
    },
    write(field) {
      try {
        if (field.text === "") storage?.removeItem(name);
        else storage?.setItem(name, JSON.stringify(field));
      } catch {
        // Full or forbidden: only a reload would have needed it.
      }
    },
  };
}
