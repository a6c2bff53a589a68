import { kindNames } from "./kinds";

declare module "../lib/text" {
  interface AreaTexts {
    figures: typeof figuresText;
  }
}

/** What the public page says in numbers: all of them measured here. */
export const figuresText = {
  kinds: kindNames,
  failed: "The figures could not be loaded",
  points: {
    title: "In figures",
    lead: "Measured on this service in the last 24 hours, up to a few minutes ago. Nothing here is a promise.",
    pay: "Pay as you go",
    payBody: "{{answered}} tasks were solved and charged, {{unsolved}} were not and cost nothing.",
    payNone: "You pay for each solved task. What is not solved costs nothing.",
    paySubject: "no minimum, no subscription",
    easy: "Easy integration",
    easyFigure: "2 protocols",
    easyBody:
      "{{kinds}} kinds of task over in.php and res.php, as existing clients speak them, and over a JSON API.",
    docs: "Read the reference",
    speed: "Speed",
    speedBody: "is what half of all images took at most from submission to answer; 95 of 100 took {{p95}}.",
    speedNone: "No image was solved in the last 24 hours, so there is nothing to measure.",
    price: "Price",
    priceFigure: "{{price}} USD",
    priceBody: "for 1000 tasks of the kind that costs least right now.",
    crypto: "Payment with cryptocurrency",
    cryptoBody: "on {{chain}}, in your balance after {{confirmations}} confirmations.",
    cryptoNone: "This service takes no tokens at the moment. Its staff book deposits by hand.",
    cryptoNoneFigure: "Off",
    uptime: "Uptime",
    uptimeBody: "of all minutes since {{since}}, 30 days at most, by one probe a minute.",
    uptimeNone: "The first minute is still being measured.",
  },
  table: {
    title: "Prices and speed, live",
    label: "Prices and speed by kind",
    kind: "Kind",
    price: "USD per 1000",
    p50: "Half within",
    p95: "95 of 100 within",
    solved: "Solved",
    note: "The price is that of this moment; the rest is of the last 24 hours. A dash stands where nothing was sent.",
  },
  packages: {
    title: "Packages",
    lead: "So many tasks at once, as many in all as you like, for one price. Prices in USD.",
    label: "Packages",
    name: "Package",
    threads: "Tasks at once",
    day: "Day",
    week: "Week",
    month: "Month",
  },
};
