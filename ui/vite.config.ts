import { fileURLToPath } from "node:url";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { svelteTesting } from "@testing-library/svelte/vite";
import { defineConfig } from "vitest/config";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  plugins: [svelte(), svelteTesting()],
  clearScreen: false,
  resolve: {
    alias: {
      $app: at("./src/app"),
      $areas: at("./src/areas"),
      $design: at("./src/design"),
      $host: at("./src/host"),
      $i18n: at("./src/i18n"),
    },
  },
  server: { host: "127.0.0.1", port: 1420, strictPort: true },
  build: {
    // What the oldest supported system web views understand: WebKit 16 and its contemporaries.
    target: ["safari16", "chrome111"],
    // A font or script in a data: address would not pass the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The PDF reader is a chunk of its own that only pages with a PDF load.
    chunkSizeWarningLimit: 1500,
  },
  worker: { format: "es" },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.ts", "tests/**/*.test.ts"],
    setupFiles: ["tests/setup.ts"],
    restoreMocks: true,
    // One core is no reason to leave another idle.
    maxWorkers: "100%",
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
