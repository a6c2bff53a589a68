import type { LimitName } from "@sightline/contract/limits";
import { type Authentication, openAuthentication } from "@sightline/domain/auth/authentication";
import { makeUser } from "@sightline/domain/auth/make-user";
import type { DomainContext } from "@sightline/domain/context";
import { bookDeposit } from "@sightline/domain/ledger/book-deposit";
import { acceptPolicy } from "@sightline/domain/policy/accept-policy";
import { setAccountLimit } from "@sightline/domain/staff/set-account-limit";

/** More than any benchmark can spend. */
const DEPOSIT_MICROS = 1_000_000_000_000;
/** The staff's setting for an account whose programs may do as they like. */
const LIMIT_VALUE = 1_000_000_000;
const RAISED_LIMITS = ["submissions", "result_reads", "open_long_polls"] as const satisfies LimitName[];
const AT_ONCE = 8;
export const BENCH_PASSWORD = "bench-password";
const VISIT = { address: "127.0.0.1", userAgent: "bench", cookie: null };

export interface People {
  customers: { accountId: number; key: string }[];
  workers: { accountId: number; cookie: string }[];
}

/** Signs up customers (with keys, money and raised limits) and workers (with sessions) by the verbs that people use. */
export async function seedPeople(
  ctx: DomainContext,
  login: { secret: string; publicUrl: string },
  count: { customers: number; workers: number },
): Promise<People> {
  const auth = openAuthentication(ctx, login);
  const customers = await inGroups(count.customers, (n) => seedCustomer(ctx, auth, n));
  const workers = await inGroups(count.workers, (n) => seedWorker(ctx, auth, n));
  return { customers, workers };
}

async function seedCustomer(ctx: DomainContext, auth: Authentication, n: number) {
  const made = await signUp(ctx, auth, `customer${n}`, "customer");
  if (made.firstApiKey === null) throw new Error("a customer signed up and has no key");
  const { accountId } = made.me;
  await bookDeposit(ctx, { accountId, amountMicros: DEPOSIT_MICROS, reason: "Benchmark", bookedBy: null });
  for (const limit of RAISED_LIMITS)
    await setAccountLimit(ctx, { accountId, limit, value: LIMIT_VALUE, changedBy: null });
  return { accountId, key: made.firstApiKey };
}

async function seedWorker(ctx: DomainContext, auth: Authentication, n: number) {
  const { me, setCookies } = await signUp(ctx, auth, `worker${n}`, "worker");
  return { accountId: me.accountId, cookie: setCookies.map((header) => header.split(";")[0]).join("; ") };
}

async function signUp(ctx: DomainContext, auth: Authentication, name: string, role: "customer" | "worker") {
  const user = { email: emailOf(name), password: BENCH_PASSWORD, name, role };
  const made = await makeUser(ctx, auth, VISIT, user);
  if (made === null) throw new Error(`${name} is there already`);
  // The first version, as sign-up writes it down: whoever has not accepted it is shown more than others.
  await acceptPolicy(ctx, { userId: made.me.userId, version: 1 });
  return made;
}

/** With BENCH_PASSWORD, how the customer of this number logs in. */
export function customerEmail(n: number): string {
  return emailOf(`customer${n}`);
}

function emailOf(name: string): string {
  return `${name}@bench.test`;
}

async function inGroups<Made>(count: number, make: (n: number) => Promise<Made>): Promise<Made[]> {
  const all: Made[] = [];
  for (let start = 0; start < count; start += AT_ONCE) {
    const group = Array.from({ length: Math.min(AT_ONCE, count - start) }, (_, i) => make(start + i));
    all.push(...(await Promise.all(group)));
  }
  return all;
}
