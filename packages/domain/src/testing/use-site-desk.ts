import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import type { DomainContext } from "../context";
import { createTask } from "../tasks/create-task";
import { buildAccount, buildDomain } from "./builders";
import { type NameServer, startNameServer } from "./name-server";
import { type Receiver, startReceiver } from "./receiver";

/** A domain whose sites are on this machine: every name means loopback, until a test says otherwise. */
export interface SiteDesk {
  ctx: DomainContext;
  clock: MovableClock;
  names: NameServer;
  /** Every site's web server, over plain HTTP; nothing listens for HTTPS. */
  web: Receiver;
  customer: number;
  /** What TXT records there are: name to texts. */
  records: Map<string, readonly string[] | null>;
  /** A challenge of this customer; 0 when it was refused. */
  submit(pageUrl?: string, siteKey?: string): Promise<number>;
  stateOfTask(taskId: number): Promise<{ state: string; reason: number | null }>;
}

export const SITE_KEY = "6Le-wvkSVVABCPBMRTvw0Q4Muexq1bi0DJwx_mJ-";

/** Filled before the first test. `allowLoopback` false is what production has. */
export function useSiteDesk({ allowLoopback = true }: { allowLoopback?: boolean } = {}): SiteDesk {
  const database = useTestDatabase();
  const desk = { records: new Map() } as SiteDesk;
  let stop: (() => Promise<void>) | undefined;

  beforeAll(async () => {
    const names = await startNameServer(() => ["127.0.0.1"]);
    const web = await startReceiver();
    const { domain, ctx, clock } = await buildDomain(database.url, {
      outbound: { allowLoopback, dnsServers: [names.address], connectMs: 500, totalMs: 1_500 },
      siteProof: { dnsServers: [names.address], ports: { http: web.port, https: 9 } },
    });
    stop = async () => {
      await domain.stop();
      await web.stop();
      await names.stop();
    };
    Object.assign(desk, { ctx, clock, names, web });
  });
  afterAll(() => stop?.());

  beforeEach(async () => {
    desk.records.clear();
    desk.names.answer = () => ["127.0.0.1"];
    desk.names.text = (name) => desk.records.get(name) ?? (desk.records.has(name) ? null : []);
    desk.web.answer = (response) => void response.writeHead(404).end();
    desk.web.calls.length = 0;
    await desk.ctx.pool.query("delete from site");
    await desk.ctx.pool.query("delete from host_switch");
    desk.ctx.sites.forgetAll();
    desk.customer = await buildAccount(desk.ctx, { amountMicros: 1_000_000 });
  });
  afterEach(() => desk.ctx.pool.query("delete from open_task"));

  desk.submit = async (pageUrl = "https://example.com/login", siteKey = SITE_KEY) => {
    const reply = await createTask(desk.ctx, {
      accountId: desk.customer,
      kind: "recaptcha_v2",
      params: { challenge: { pageUrl, siteKey } },
    });
    return reply.ok ? reply.taskId : 0;
  };
  desk.stateOfTask = async (taskId) => {
    const { rows } = await desk.ctx.pool.query<{ state: number; reason: number | null }>(
      `select state, null::int as reason from open_task where id = $1
       union all select state, reason from task where id = $1`,
      [taskId],
    );
    const names = ["queued", "reserved", "assigned", "given", "answered", "unsolvable"];
    return { state: names[rows[0]?.state ?? -1] ?? "absent", reason: rows[0]?.reason ?? null };
  };
  return desk;
}
