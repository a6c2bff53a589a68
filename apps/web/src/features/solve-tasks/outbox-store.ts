import { type WorkAct, workActSchema } from "@sightline/contract/work";
import { z } from "zod";
import { type LeaseKey, leaseKey } from "./lease-key";

/**
 * Where acts wait for the server's word: one list for each worker in localStorage, which outlives the tab. Two tabs
 * share it; an act that both of them send counts once. Every change reads the list anew, so that neither tab undoes
 * the other's. Where storage is refused or full, the outbox still works from memory and only a reload loses it.
 */
export interface OutboxStore {
  list(): WorkAct[];
  put(act: WorkAct): void;
  remove(keys: ReadonlySet<LeaseKey>): void;
}

/** The part of Web Storage that is used, so that a Map can stand in. */
export type TextStore = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const STORED_MAX = 100;

const storedSchema = z.array(workActSchema).max(STORED_MAX);

export function createOutboxStore(storage: TextStore | null, accountId: number): OutboxStore {
  const name = `sightline:outbox:${accountId}`;

  function list(): WorkAct[] {
    try {
      const stored = storedSchema.safeParse(JSON.parse(storage?.getItem(name) ?? "[]"));
      return stored.success ? stored.data : [];
    } catch {
      return [];
    }
  }

  function write(acts: WorkAct[]) {
    try {
      if (acts.length === 0) storage?.removeItem(name);
      else storage?.setItem(name, JSON.stringify(acts.slice(-STORED_MAX)));
    } catch {
      // Full or forbidden: the copy in memory goes on.
    }
  }

  return {
    list,
    put: (act) => write([...list().filter((stored) => leaseKey(stored) !== leaseKey(act)), act]),
    remove: (keys) => write(list().filter((act) => !keys.has(leaseKey(act)))),
  };
}
