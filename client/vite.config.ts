/** Builds the client to dist/client; in development it serves the page and passes the API on. */
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: "../dist/client",
    emptyOutDir: true,
    target: "es2022",
    // A data: URI would need a wider CSP; every asset is a file of its own.
    assetsInlineLimit: 0,
  },
  worker: { format: "es" },
  server: { host: "127.0.0.1", port: 4401, proxy: { "/api": "http://127.0.0.1:4400" } },
});
