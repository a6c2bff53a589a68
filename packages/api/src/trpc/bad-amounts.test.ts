import { bookDeposit } from "@sightline/domain/ledger/book-deposit";
import { buildPerson, type Person } from "@sightline/domain/testing/build-person";
import { beforeAll, expect, test } from "vitest";
import { callProcedure, useTestApp } from "../testing/test-app";

/** What is no amount of micro-dollars, as JSON carries it: NaN and Infinity arrive as null. */
const NO_AMOUNTS = {
  negative: -1,
  "half a micro-dollar": 0.5,
  "not a number": null,
  text: "5000",
  "beyond range": 1_000_000_000_001,
  "beyond what a number holds exactly": 2 ** 53 + 2,
  "beyond everything": 1e300,
  "a list": [5],
};
type NoAmount = keyof typeof NO_AMOUNTS;

const PRICE = {
  kind: "image",
  priceMicros: 300,
  rateMinMicros: 300,
  rateMaxMicros: 300,
  workerShareBasisPoints: 6_000,
  packageShareBasisPoints: 6_000,
};
const PLAN = {
  name: "Micro",
  threads: 5,
  dayMicros: 2_000_000,
  weekMicros: 12_000_000,
  monthMicros: 39_000_000,
  offered: true,
};
const PAYMENTS = {
  depositMinimumMicros: 1,
  handBookingAloneMicros: 1,
  payoutThresholdMicros: 1,
  payoutAloneMicros: 1,
  payoutAddressDelayHours: 24,
  payoutWallet: null,
  payoutWeekday: null,
  payoutsPlannedAtMs: null,
  issuer: "",
};

interface Field {
  procedure: string;
  as: "admin" | "customer";
  /** Right but for the field. */
  input: (customerId: number) => object;
  field: string;
  /** What is no amount elsewhere and has a meaning here. */
  means?: NoAmount[];
}

/** Every amount that a person can send. */
const FIELDS: Field[] = [
  {
    procedure: "staff.bookDeposit",
    as: "admin",
    input: (accountId) => ({ accountId, reason: "cash in hand" }),
    field: "amountMicros",
  },
  {
    procedure: "deposits.bookByHand",
    as: "admin",
    input: () => ({ depositId: 1, reason: "another token" }),
    field: "amountMicros",
  },
  {
    procedure: "refunds.give",
    as: "admin",
    input: (accountId) => ({ accountId, taskIds: [1], reason: "our fault" }),
    field: "expectedMicros",
    // More than was charged is refused by what was charged.
    means: ["beyond range"],
  },
  ...[
    "priceMicros",
    "rateMinMicros",
    "rateMaxMicros",
    "workerShareBasisPoints",
    "packageShareBasisPoints",
  ].map((field): Field => ({ procedure: "prices.set", as: "admin", input: () => PRICE, field })),
  ...["dayMicros", "weekMicros", "monthMicros", "threads"].map(
    (field): Field => ({ procedure: "packages.setPlan", as: "admin", input: () => PLAN, field }),
  ),
  ...["answersPerThreadHour", "floorMicrosPerHour"].map(
    (field): Field => ({
      procedure: "packages.setSettings",
      as: "admin",
      input: () => ({ answersPerThreadHour: 720, floorMicrosPerHour: 0 }),
      field,
    }),
  ),
  ...["depositMinimumMicros", "handBookingAloneMicros", "payoutThresholdMicros", "payoutAloneMicros"].map(
    (field): Field => ({ procedure: "deposits.setSettings", as: "admin", input: () => PAYMENTS, field }),
  ),
  {
    procedure: "prices.setMaximumRate",
    as: "customer",
    input: () => ({ kind: "image" }),
    field: "maximumMicros",
    // No maximum.
    means: ["not a number"],
  },
  {
    procedure: "packages.buy",
    as: "customer",
    input: () => ({ clientId: "a-click-of-16-letters", name: "Micro", span: "day", renew: false }),
    field: "priceMicros",
  },
  {
    procedure: "billing.setProfile",
    as: "customer",
    input: () => ({ billedTo: "" }),
    field: "alertBelowMicros",
    // No alert.
    means: ["not a number"],
  },
];

const app = useTestApp();
const people = {} as Record<Field["as"], Person>;

beforeAll(async () => {
  people.admin = await buildPerson(app.ctx, app.auth, "admin");
  people.customer = await buildPerson(app.ctx, app.auth, "customer");
  const { accountId } = people.customer;
  await bookDeposit(app.ctx, { accountId, amountMicros: 5_000_000, reason: "test", bookedBy: null });
});

/** Everything that an amount could have changed. */
async function books(): Promise<unknown> {
  const { rows } = await app.ctx.pool.query(
    `select (select count(*) from transfer)::int as transfers, (select count(*) from booking)::int as bookings,
       (select count(*) from hand_booking)::int as waiting, (select count(*) from kind_price)::int as prices,
       (select count(*) from package_purchase)::int as bought, (select count(*) from maximum_rate)::int as maxima,
       (select count(*) from staff_act)::int as acts,
       (select json_agg(a order by a.id) from account a where a.id >= 1000) as accounts`,
  );
  return rows;
}

test.each(FIELDS)(
  "$procedure takes no $field that is no amount, says which, and nothing moves",
  async (each) => {
    const { procedure, as, input, field, means = [] } = each;
    const before = await books();
    const cookie = people[as].visit.cookie;
    for (const name of Object.keys(NO_AMOUNTS) as NoAmount[]) {
      if (means.includes(name)) continue;
      const wanted = { ...input(people.customer.accountId), [field]: NO_AMOUNTS[name] };
      const { error } = await callProcedure(app.origin, procedure, { cookie, input: wanted });
      expect([name, error?.data.code]).toEqual([name, "BAD_REQUEST"]);
      expect(error?.data, `${name} is said to be wrong in ${field}`).toMatchObject({
        issues: expect.arrayContaining([{ field, message: expect.any(String) }]),
      });
    }
    expect(await books()).toEqual(before);
  },
);

test("more than was charged is not given back", async () => {
  const before = await books();
  const { error } = await callProcedure(app.origin, "refunds.give", {
    cookie: people.admin.visit.cookie,
    input: {
      accountId: people.customer.accountId,
      taskIds: [1],
      expectedMicros: 1_000_000_000_001,
      reason: "our fault",
    },
  });
  expect(error?.data.code).toBe("CONFLICT");
  expect(await books()).toEqual(before);
});
