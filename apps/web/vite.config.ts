import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
// With its ending, since Vite lets Node load this file as it stands.
import { precompress } from "./build/precompress.ts";
import { sweepOldBuilds } from "./build/sweep-old-builds.ts";

const SERVER = process.env.SIGHTLINE_SERVER ?? "http://127.0.0.1:3000";

export default defineConfig({
  plugins: [react(), tailwindcss(), sweepOldBuilds(), precompress()],
  build: {
    // A second build must not take away what a running server hands out; the hash in each name keeps them apart.
    emptyOutDir: false,
    // The content policy allows files of our own origin only, so nothing becomes a data: address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: ["chrome125", "edge125", "firefox128", "safari17.5"],
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // Everything that every page needs and that changes with no release of ours.
            {
              name: "base",
              test: /node_modules[\\/](?:react|react-dom|scheduler|@tanstack|@trpc|i18next|react-i18next)[\\/]/,
            },
          ],
        },
      },
    },
  },
  server: {
    proxy: Object.fromEntries(
      ["/trpc", "/picture", "/lease-picture", "/in.php", "/res.php"].map((path) => [path, SERVER]),
    ),
  },
});
