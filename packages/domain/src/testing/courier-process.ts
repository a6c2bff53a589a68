import { systemClock } from "@sightline/contract/clock";
import { pino } from "pino";
import { createDomain } from "../create-domain";

// A process of its own that delivers the callbacks of a test's database once; tests kill it in the middle.
// Usage: courier-process.ts <database url> <the server's secret>
const [databaseUrl = "", secret = ""] = process.argv.slice(2);
const domain = await createDomain({
  databaseUrl,
  clock: systemClock,
  log: pino({ level: "silent" }),
  secret,
  outbound: { allowLoopback: true },
  mail: { mode: "off", from: "Sightline <no-reply@localhost>", publicUrl: "http://localhost:3000" },
  poolMax: 4,
});
await domain.ctx.courier.look();
await domain.ctx.courier.settled();
await domain.stop();
