import { build } from "esbuild";

// Makes one file of the app in the current folder, which the demo starts beside the server: Node needs nothing else.
await build({
  entryPoints: ["src/main.ts"],
  outfile: "dist/main.js",
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  sourcemap: true,
  logLevel: "warning",
});
