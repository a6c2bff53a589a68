import { hash, verify } from "@node-rs/argon2";
import { Refusal } from "../refusal";

const AT_ONCE = 2;
const WAITING_MAX = 50;

let running = 0;
const waiting: (() => void)[] = [];

/** Argon2id with the parameters of the library (19 MiB, 2 passes): about 20 ms of one core. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password));
}

export function verifyPassword({
  hash: stored,
  password,
}: {
  hash: string;
  password: string;
}): Promise<boolean> {
  return inTurn(() => verify(stored, password));
}

/**
 * Hashes run on the threads that files and name look-ups need too, so only a few run at once: a crowd of log-ins
 * waits for itself, and what would wait too long is refused.
 */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= WAITING_MAX)
      throw new Refusal("busy", "Many people are logging in. Try again in a few seconds.");
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    running++;
  }
  try {
    return await work();
  } finally {
    // The place goes straight to the next in line, so that nobody slips in between.
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}
