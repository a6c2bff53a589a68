import { drawReceipt, type Slip } from "./draw-receipt";
import type { Encoding, Recipe } from "./recipe";

function receipt(slip: Slip): Recipe {
  const encoding: Encoding = slip.scan ? { as: "png", colours: 12 } : { as: "jpg", quality: 60 };
  return {
    truth: slip.truth,
    hints: { textinstructions: slip.ask },
    encoding,
    draw: (random) => drawReceipt(slip, random),
  };
}

const grocery = [
  "^CORNER GROCERY",
  "^12 Harbour St",
  "",
  "Milk 1L|1.29",
  "Rye bread|2.65",
  "Apples 1.24 kg|3.47",
  "Coffee beans|6.95",
  "=",
  "!TOTAL|14.36",
  "CASH|20.00",
  "CHANGE|5.64",
  "",
  "2026-03-14  17:42",
];

const cafe = [
  "^Cafe Linnea",
  "=",
  "2 x Flat white|7.80",
  "1 x Cinnamon bun|3.60",
  "1 x Sparkling water|2.90",
  "=",
  "Subtotal|14.30",
  "Service 10%|1.43",
  "!AMOUNT DUE|15.73",
  "Card ************7294",
  "^Thank you!",
];

const fuel = [
  "^MERIDIAN FUEL 27",
  "Pump|4",
  "Unleaded 95",
  "Litres|38.74",
  "Price per litre|1.649",
  "=",
  "!TOTAL EUR|63.88",
  "VAT 21% incl.|11.09",
  "Receipt|0037265",
  "2026-02-09  08:23",
];

const parking = [
  "^CITY PARK LEVEL 3",
  "Ticket|574 829",
  "Entry|09:36",
  "Exit|14:52",
  "Duration|5 h 16 min",
  "=",
  "!PAID|13.50",
  "^Drive safely",
];

const pharmacy = [
  "^LINDEN PHARMACY",
  "Plasters 20 pcs|3.79",
  "Vitamin D drops|8.45",
  "Hand cream|4.95",
  "=",
  "!TO PAY|17.19",
  "VISA|17.19",
  "Auth code|627394",
  "^Get well soon",
];

const hardware = [
  "^HOLM & SONS HARDWARE",
  "Wood screws 4x40|5.49",
  "Masking tape|3.25",
  "Paint brush 50mm|6.75",
  "Sandpaper set|4.83",
  "=",
  "!TOTAL|20.32",
  "Items|4",
  "Cashier|Petra",
];

export const receipts: readonly Recipe[] = [
  receipt({ lines: grocery, truth: "14.36", ask: "Type the total", face: "Share Tech Mono", seen: [3, 10] }),
  receipt({
    lines: cafe,
    truth: "15.73",
    ask: "Type the amount due",
    face: "VT323",
    seen: [3, 9],
    wish: { shadow: "edge" },
  }),
  receipt({
    lines: fuel,
    truth: "63.88",
    ask: "Type the total",
    face: "Cutive Mono",
    seen: [3, 8],
    ink: "#2d2b52",
  }),
  receipt({ lines: parking, truth: "14:52", ask: "Type the exit time", face: "VT323", seen: [0, 6] }),
  receipt({
    lines: pharmacy,
    truth: "17.19",
    ask: "Type the amount to pay",
    face: "Share Tech Mono",
    seen: [1, 6],
    wish: { rollDeg: 4 },
  }),
  receipt({ lines: hardware, truth: "20.32", ask: "Type the total", face: "Cutive Mono", seen: [2, 8] }),
  receipt({
    lines: grocery,
    truth: "5.64",
    ask: "Type the change",
    face: "VT323",
    seen: [7, 12],
    scan: true,
  }),
  receipt({
    lines: cafe,
    truth: "7294",
    ask: "Type the last four digits of the card",
    face: "Share Tech Mono",
    seen: [6, 10],
    scan: true,
  }),
  receipt({
    lines: fuel,
    truth: "38.74",
    ask: "Type the litres",
    face: "Share Tech Mono",
    seen: [1, 6],
    wish: { motionPx: 3 },
  }),
  receipt({
    lines: parking,
    truth: "574829",
    ask: "Type the ticket number without the space",
    face: "Share Tech Mono",
    seen: [0, 3],
    scan: true,
  }),
  receipt({
    lines: pharmacy,
    truth: "627394",
    ask: "Type the auth code",
    face: "Cutive Mono",
    seen: [2, 8],
    wish: { shadow: "edge" },
  }),
  receipt({
    lines: hardware,
    truth: "6.75",
    ask: "Type the price of the paint brush",
    face: "VT323",
    seen: [1, 6],
  }),
  receipt({
    lines: grocery,
    truth: "3.47",
    ask: "Type the price of the apples",
    face: "Share Tech Mono",
    seen: [2, 8],
    wish: { warmth: 0.16 },
  }),
];
