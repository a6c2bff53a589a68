import { DEMO_PASSWORD, DEMO_PEOPLE } from "@sightline/domain/accounts/demo-people";

/** What the demo prints when it is ready: where to look, how to log in, and a line that sends a picture. */
export function demoWelcome(port: number, crowd: number, standInUrl: string | null): string {
  const url = `http://127.0.0.1:${port}`;
  const key = DEMO_PEOPLE.find(({ email }) => email === "customer@demo.test")?.apiKey ?? "";
  const sample = "apps/crowd/samples/plate-01.jpg";
  return `
Sightline is ready.

  Public page      ${url}/
  Solve pictures   ${url}/work    as worker@demo.test
  Customer pages   ${url}/app     as customer@demo.test
  Staff pages      ${url}/staff   as admin@demo.test, admin2@demo.test or moderator@demo.test
  Mail it would send ${url}/demo/mail
  Challenges come from stand-ins of their vendors: ${standInUrl} (secret stand-in-secret)
  Every demo account has the password ${DEMO_PASSWORD}.
${crowd > 0 ? `  ${crowd} simulated workers are answering.\n` : ""}
Send a picture, then ask for its answer (use the number after OK|):

  curl -F key=${key} -F method=post -F file=@${sample} ${url}/in.php
  curl "${url}/res.php?key=${key}&action=get&wait=30&id=ID"

Ctrl-C stops everything; what happened is kept for the next start.
`;
}
