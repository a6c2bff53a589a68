import { copyFileSync } from "node:fs";
import { build } from "esbuild";

// One small file for the page inside the challenge frame; the server reads both at start.
await build({
  entryPoints: ["src/main.ts"],
  outfile: "dist/challenge.js",
  bundle: true,
  platform: "browser",
  target: "es2022",
  format: "iife",
  minify: true,
  logLevel: "warning",
});
copyFileSync("src/challenge.css", "dist/challenge.css");
