import type { Encoding, Hints, Recipe } from "./recipe";
import { bookScan, clouded, hollow, motley, type Style, speckled } from "./word-styles";

const jpg: Encoding = { as: "jpg", quality: 62 };

const png: Encoding = { as: "png", colours: 32 };

const gif: Encoding = { as: "gif", colours: 32 };

function word(
  truth: string,
  style: Style,
  encoding: Encoding,
  more: { shown?: string; hints?: Hints } = {},
): Recipe {
  return {
    truth,
    encoding,
    ...(more.hints && { hints: more.hints }),
    draw: (random) => style(more.shown ?? truth, random),
  };
}

const meadow = clouded({ ground: "#dfe9d2", cloud: "#b4cfa2", ink: "#24502e", face: "Libre Baskerville" });

const dusk = clouded({ ground: "#e6dcec", cloud: "#bfa9d6", ink: "#44246e", face: "Overpass" });

const rust = clouded({
  ground: "#f3e4d2",
  cloud: "#e0b48c",
  ink: "#7a2a12",
  face: "Playfair Display",
  wide: 600,
});

const sky = clouded({
  ground: "#dce8f4",
  cloud: "#9fc0e0",
  ink: "#16386e",
  face: "Overpass",
  wide: 600,
  strikes: 1,
});

const sand = clouded({
  ground: "#f4eedc",
  cloud: "#d8c894",
  ink: "#5a4210",
  face: "Overpass",
  wide: 600,
  strikes: 1,
});

const fair = motley({
  ground: "#f2f0e6",
  stripe: "#c2cfd8",
  inks: ["#b01e28", "#1a5c96", "#2a7a34", "#7a2a86"],
  face: "Alfa Slab One",
});

const ink = motley({
  ground: "#e4ecf0",
  stripe: "#a9bccb",
  inks: ["#15315e", "#3c1a56", "#114a44"],
  face: "Libre Baskerville",
});

const checked = hollow({ ground: "#e9efe9", check: "#c9d8cf", ink: "#1e4438" });

const rosy = hollow({ ground: "#f6e9ea", check: "#e6cdd0", ink: "#6e1a34" });

export const distortedWords: readonly Recipe[] = [
  word("marble", meadow, jpg),
  word("twenty", dusk, png),
  word("hkanwe", rust, gif),
  word("R7NKTH", fair, png),
  word("xanther", checked, jpg),
  word("kettle", speckled, gif),
  word("brighten", rosy, png),
  word("HPMKTA", speckled, png),
  word("winter harbour", bookScan, jpg, { hints: { phrase: 1 } }),
  word("gentle answer", bookScan, jpg, { hints: { phrase: 1 } }),
  word("anchored there", bookScan, jpg, { hints: { phrase: 1 } }),
  word("8", sky, png, { shown: "3 + 5 =", hints: { calc: 1, numeric: 1 } }),
  word("21", sand, jpg, { shown: "27 - 6 =", hints: { calc: 1, numeric: 1 } }),
  word("739426", dusk, gif, { hints: { numeric: 1, min_len: 6, max_len: 6 } }),
  word("48273", meadow, png, { hints: { numeric: 1 } }),
  word("hEnRAm", dusk, jpg, { hints: { regsense: 1, numeric: 2 } }),
  word("TgRbeN", rosy, png, { hints: { regsense: 1, numeric: 2 } }),
  word("K4TH7", ink, gif, { hints: { numeric: 4, max_len: 5 } }),
];
