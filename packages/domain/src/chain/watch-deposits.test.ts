import { HDKey } from "@scure/bip32";
import { useTestDatabase } from "@sightline/testing/test-database";
import { toHex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { giveDepositAddress } from "../deposits/give-deposit-address";
import { reverseDeposit } from "../deposits/reverse-deposit";
import { getBalance } from "../ledger/get-balance";
import { listNotices } from "../notices/list-notices";
import { buildAccount, buildDomain } from "../testing/builders";
import { LocalChain } from "../testing/local-chain";
import { AddressKeys } from "./address-keys";
import { type ChainTokenOptions, publicKeyFault } from "./chain-options";
import { watchDeposits } from "./watch-deposits";

const database = useTestDatabase();
let chain: LocalChain;
let usd: ChainTokenOptions;
let eighteen: ChainTokenOptions;
let eight: ChainTokenOptions;
let fee: ChainTokenOptions;
let other: ChainTokenOptions;
let domain: Domain;
let ctx: DomainContext;
let clock: { advance(ms: number): void };

beforeAll(async () => {
  chain = await LocalChain.start();
  usd = await chain.deploy({ symbol: "USD6" });
  eighteen = await chain.deploy({ symbol: "USD18", decimals: 18 });
  eight = await chain.deploy({ symbol: "USD8", decimals: 8 });
  fee = await chain.deploy({ symbol: "FEE" }, { feeBasisPoints: 100 });
  other = await chain.deploy({ symbol: "OTHER", accepted: false });
});
afterAll(() => chain.stop());

const options = () => chain.options([usd, eighteen, eight, fee, other]);
beforeEach(async () => {
  const built = await buildDomain(database.url, { chain: options() });
  ({ domain, ctx } = built);
  clock = built.clock;
  await watch();
});
afterEach(async () => {
  // The next test's process takes its turn at once.
  await ctx.pool.query("update chain set watched_until = null");
  await domain.stop();
});

const watch = () => watchDeposits.runOnce(ctx);
async function customer(): Promise<{ accountId: number; address: string }> {
  const accountId = await buildAccount(ctx);
  return { accountId, ...(await giveDepositAddress(ctx, { accountId })) };
}
const available = async (accountId: number) => (await getBalance(ctx, accountId)).availableMicros;
async function deposits(accountId: number) {
  const { rows } = await ctx.pool.query<{
    state: string;
    micros: number | null;
    dust: string;
    missing: boolean;
  }>(
    `select state, amount_micros as micros, dust_units::text as dust, missing_since is not null as missing
     from chain_deposit where account_id = $1 order by id`,
    [accountId],
  );
  return rows;
}

test("an address is the one that the owner's private key of the same index opens", () => {
  const keys = new AddressKeys(chain.account.publicExtendedKey);
  for (const index of [0, 7, 1_000_000]) {
    const key = chain.account.deriveChild(0).deriveChild(index).privateKey as Uint8Array;
    expect(keys.addressAt(index)).toBe(privateKeyToAccount(toHex(key)).address.toLowerCase());
  }
});

test("a private key is refused where a public one belongs", () => {
  expect(publicKeyFault(chain.account.privateExtendedKey)).toMatch("is a private key");
  expect(publicKeyFault("xpub-not-one")).toMatch("is not an extended public key");
  expect(publicKeyFault(HDKey.fromExtendedKey(chain.account.publicExtendedKey).publicExtendedKey)).toBeNull();
});

test("a customer's address stays the same, two presses at once make one, and a fresh one has an index of its own", async () => {
  const accountId = await buildAccount(ctx);
  const pressed = await Promise.all([1, 2, 3].map(() => giveDepositAddress(ctx, { accountId })));
  expect(new Set(pressed.map(({ address }) => address)).size).toBe(1);
  const fresh = await giveDepositAddress(ctx, { accountId, fresh: true });
  expect(fresh.address).not.toBe(pressed[0]?.address);
  const { rows } = await ctx.pool.query("select index from deposit_address where account_id = $1", [
    accountId,
  ]);
  expect(new Set(rows.map(({ index }) => index)).size).toBe(2);
});

test("a deposit is seen unconfirmed at once and booked once with its confirmations", async () => {
  const { accountId, address } = await customer();
  await chain.send(usd, address, 12_340_000n);
  await watch();
  expect(await deposits(accountId)).toEqual([
    { state: "seen", micros: 12_340_000, dust: "0", missing: false },
  ]);
  expect(await available(accountId)).toBe(0);
  await chain.mine(1);
  await watch();
  expect(await available(accountId)).toBe(0);
  await chain.mine(1);
  await watch();
  expect(await available(accountId)).toBe(12_340_000);
  await watch();
  await chain.mine(3);
  await watch();
  expect(await available(accountId)).toBe(12_340_000);
});

test("decimals are exact, and what is less than a micro-dollar stays visible as dust", async () => {
  const { accountId, address } = await customer();
  await chain.send(eighteen, address, 1_234_567_890_123_456_789n);
  await chain.send(eight, address, 200_000_099n);
  await chain.mine(3);
  await watch();
  expect(await deposits(accountId)).toEqual([
    { state: "booked", micros: 1_234_567, dust: "890123456789", missing: false },
    { state: "booked", micros: 2_000_000, dust: "99", missing: false },
  ]);
  expect(await available(accountId)).toBe(3_234_567);
});

test("of a token that takes a fee, what arrived is booked", async () => {
  const { accountId, address } = await customer();
  await chain.send(fee, address, 100_000_000n);
  await chain.mine(3);
  await watch();
  expect(await available(accountId)).toBe(99_000_000);
});

test("a token that is not accepted and a deposit below the minimum are shown and not booked", async () => {
  const { accountId, address } = await customer();
  await chain.send(other, address, 50_000_000n);
  await chain.send(usd, address, 999_999n);
  await chain.send(usd, address, 0n);
  await chain.mine(3);
  await watch();
  expect((await deposits(accountId)).map(({ state }) => state)).toEqual(["unsupported", "too_small"]);
  expect(await available(accountId)).toBe(0);
});

test("two transfers in one transaction are two deposits, and an old address goes on working", async () => {
  const { accountId, address } = await customer();
  const { address: fresh } = await giveDepositAddress(ctx, { accountId, fresh: true });
  await chain.sendMany(usd, [
    { to: address, units: 3_000_000n },
    { to: address, units: 3_000_000n },
    { to: fresh, units: 5_000_000n },
  ]);
  await chain.mine(3);
  await watch();
  expect(await available(accountId)).toBe(11_000_000);
});

test("a deposit that a reorganisation takes back before it is confirmed is said to be gone, and never credited", async () => {
  const { accountId, address } = await customer();
  await chain.send(usd, address, 5_000_000n);
  await watch();
  await chain.reorganise(1);
  await watch();
  expect((await deposits(accountId))[0]?.state).toBe("vanished");
  await chain.mine(5);
  await watch();
  expect(await available(accountId)).toBe(0);
});

test("a deposit that comes back in another block after a reorganisation is booked once", async () => {
  const { accountId, address } = await customer();
  const hash = await chain.send(usd, address, 6_000_000n);
  const raw = await chain.rawTransaction(hash);
  await watch();
  await chain.reorganise(1);
  await watch();
  await chain.resend(raw);
  await watch();
  expect((await deposits(accountId)).map(({ state }) => state)).toEqual(["seen"]);
  await chain.mine(4);
  await watch();
  await watch();
  expect(await available(accountId)).toBe(6_000_000);
});

test("a reorganisation deeper than the confirmations marks what it took, and moves no money by itself", async () => {
  const { accountId, address } = await customer();
  await chain.send(usd, address, 7_000_000n);
  await chain.mine(3);
  await watch();
  expect(await available(accountId)).toBe(7_000_000);
  await chain.reorganise(5);
  await watch();
  expect(await deposits(accountId)).toEqual([
    { state: "booked", micros: 7_000_000, dust: "0", missing: true },
  ]);
  expect(await available(accountId)).toBe(7_000_000);
  const { rows } = await ctx.pool.query("select deep_reorg_at is not null as deep from chain");
  expect(rows).toEqual([{ deep: true }]);
});

test("a deposit that was reversed and comes back to the chain is booked again by itself, once", async () => {
  const { accountId, address } = await customer();
  const hash = await chain.send(usd, address, 7_000_000n);
  const raw = await chain.rawTransaction(hash);
  await chain.mine(3);
  await watch();
  await chain.reorganise(5);
  await watch();
  const { rows } = await ctx.pool.query<{ id: number }>(
    "select id from chain_deposit where account_id = $1",
    [accountId],
  );
  const reversedBy = await buildAccount(ctx, { role: "admin" });
  await reverseDeposit(ctx, { depositId: rows[0]?.id ?? 0, reason: "reorganised", reversedBy });
  expect(await available(accountId)).toBe(0);
  await chain.resend(raw);
  await watch();
  expect((await deposits(accountId)).map(({ state }) => state)).toEqual(["reversed", "seen"]);
  await ctx.pool.query("update chain set watched_until = null");
  const twin = await buildDomain(database.url, { chain: options() });
  await chain.mine(3);
  await Promise.all([watch(), watchDeposits.runOnce(twin.ctx), watch()]);
  await twin.domain.stop();
  await watch();
  expect((await deposits(accountId)).map(({ state }) => state)).toEqual(["reversed", "booked"]);
  expect(await available(accountId)).toBe(7_000_000);
  const told = (await listNotices(ctx, accountId)).notices.map(({ subject }) => subject.split(" ").at(-1));
  expect(told).toEqual(["booked", "chain", "booked"]);
});

test("after a restart in the middle, and with two processes at once, a deposit is booked once", async () => {
  const { accountId, address } = await customer();
  await chain.send(usd, address, 8_000_000n);
  await watch();
  await ctx.pool.query("update chain set watched_until = null");
  const twin = await buildDomain(database.url, { chain: options() });
  await chain.mine(3);
  await Promise.all([watch(), watchDeposits.runOnce(twin.ctx), watch(), watchDeposits.runOnce(twin.ctx)]);
  await twin.domain.stop();
  expect(await available(accountId)).toBe(8_000_000);
});

test("logs that are read a second time do nothing", async () => {
  const { accountId, address } = await customer();
  await chain.send(usd, address, 9_000_000n);
  await chain.mine(3);
  await watch();
  await ctx.pool.query("update chain set scanned_block = scanned_block - 6, scanned_hash = null");
  await watch();
  expect(await deposits(accountId)).toHaveLength(1);
  expect(await available(accountId)).toBe(9_000_000);
});

test("a node that is away is named and asked again after a pause", async () => {
  const away = await buildDomain(database.url, { chain: { ...options(), rpcUrl: "http://127.0.0.1:9" } });
  await ctx.pool.query("update chain set watched_until = null");
  await watchDeposits.runOnce(away.ctx);
  const state = async () =>
    (await ctx.pool.query("select failure, failures from chain")).rows as {
      failure: string;
      failures: number;
    }[];
  expect(await state()).toEqual([{ failure: "unreachable", failures: 1 }]);
  await watchDeposits.runOnce(away.ctx);
  expect(await state()).toEqual([{ failure: "unreachable", failures: 1 }]);
  away.clock.advance(2_000);
  await watchDeposits.runOnce(away.ctx);
  expect(await state()).toEqual([{ failure: "unreachable", failures: 2 }]);
  await away.domain.stop();
  await ctx.pool.query("update chain set watched_until = null");
  clock.advance(60_000);
  await watch();
  expect(await state()).toEqual([{ failure: null, failures: 0 }]);
});

test("a node of another network is refused by name, and nothing is read from it", async () => {
  const { accountId, address } = await customer();
  await chain.send(usd, address, 4_000_000n);
  await chain.mine(3);
  await ctx.pool.query(
    "insert into chain (chain_id, name, confirmations, scanned_block) values (1, 'Another', 3, 0)",
  );
  const wrong = await buildDomain(database.url, { chain: { ...options(), chainId: 1 } });
  await watchDeposits.runOnce(wrong.ctx);
  await wrong.domain.stop();
  const { rows } = await ctx.pool.query("select failure from chain where chain_id = 1");
  expect(rows).toEqual([{ failure: "wrong_network" }]);
  expect(await available(accountId)).toBe(0);
  await ctx.pool.query("delete from chain where chain_id = 1");
});

test("without a configured chain there is no address", async () => {
  const bare = await buildDomain(database.url);
  const accountId = await buildAccount(bare.ctx);
  await expect(giveDepositAddress(bare.ctx, { accountId })).rejects.toThrow("not configured");
  await bare.domain.stop();
});
