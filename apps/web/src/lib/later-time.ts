import { z } from "zod";

/** What a field of type `datetime-local` holds, in milliseconds; empty is now, and a time that is over is refused. */
export function laterTime(words: { wrong: string; past: string }) {
  return z.string().transform((typed, check) => {
    if (typed === "") return undefined;
    const timeMs = Date.parse(typed);
    if (timeMs > Date.now()) return timeMs;
    check.addIssue({ code: "custom", message: Number.isNaN(timeMs) ? words.wrong : words.past });
    return z.NEVER;
  });
}
