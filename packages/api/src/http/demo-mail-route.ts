import { listCaughtMail } from "@sightline/domain/mail/list-caught-mail";
import type { FastifyInstance } from "fastify";
import { type Html, html } from "../docs/html";
import type { AppOptions } from "./app-options";
import { pageHeaders } from "./security-headers";

const POLICY = "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'";

/** `/demo/mail`: what the demo would have sent. The address exists only where mail is caught. */
export function registerDemoMail(app: FastifyInstance, { ctx, config }: AppOptions): void {
  if (ctx.mail.options.mode !== "caught") return;
  app.get("/demo/mail", async (_request, reply) => {
    const mails = await listCaughtMail(ctx);
    return reply
      .headers({ ...pageHeaders(config.publicUrl), "content-security-policy": POLICY })
      .header("content-type", "text/html; charset=utf-8")
      .send(page(mails).text);
  });
}

function page(mails: Awaited<ReturnType<typeof listCaughtMail>>): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mail of the demo · Sightline</title>
<link rel="stylesheet" href="/docs/assets/docs.css">
</head>
<body>
<main id="content">
<h1>Mail of the demo</h1>
<p>The demo sends nothing. What it would have sent stands here, newest first.</p>
${mails.length === 0 ? html`<p>Nothing yet.</p>` : null}
${mails.map(
  (mail) => html`<article>
<h2>${mail.subject}</h2>
<p>To ${mail.to}, ${new Date(mail.queuedAtMs).toISOString()}</p>
<p>${linked(mail.text)}</p>
</article>`,
)}
</main>
</body>
</html>`;
}

/** Addresses become links, lines stay lines. */
function linked(text: string): Html[] {
  return text
    .split(/(https?:\/\/\S+|\n)/)
    .map((part) =>
      part === "\n"
        ? html`<br>`
        : /^https?:/.test(part)
          ? html`<a href="${part}">${part}</a>`
          : html`${part}`,
    );
}
