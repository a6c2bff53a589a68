import type { ChallengePage } from "@sightline/contract/challenge-frame";
import { html } from "../docs/html";
import type { VendorWidget } from "./vendor";

/**
 * The whole page of the frame. The configuration is data, not a script: no policy has to allow it, and nothing in it
 * can end its element.
 */
export function renderChallengePage(page: ChallengePage): string {
  const config = JSON.stringify(page).replace(/</g, "\\u003c");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Challenge</title>
<link rel="stylesheet" href="/challenge.css">
<script type="application/json" id="challenge">${config}</script>
</head>
<body><div id="widget"></div><script src="/challenge.js"></script></body>
</html>`;
}

/** What is shown instead when a ticket opens nothing; the screen offers to open the challenge again. */
export function renderRefusal(words: string): string {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Challenge</title>
<link rel="stylesheet" href="/challenge.css"></head>
<body><p role="alert">${words}</p></body></html>`.text;
}

/**
 * Allows the vendor's own sources and nothing else; only the page that opened the frame may hold it. Vendors' widgets
 * style themselves inline.
 */
export function challengePolicy({ sources }: VendorWidget, appOrigin: string): string {
  const list = (name: string, ...from: string[]) => `${name} ${[...new Set(from)].join(" ")}`;
  return [
    "default-src 'none'",
    list("script-src", "'self'", ...sources.script),
    list("style-src", "'self'", "'unsafe-inline'", ...sources.style),
    list("img-src", "data:", ...sources.img),
    list("frame-src", ...sources.frame),
    list("connect-src", ...sources.connect),
    list("frame-ancestors", appOrigin),
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
  ].join("; ");
}

export const REFUSAL_POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'";
