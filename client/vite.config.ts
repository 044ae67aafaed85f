/** Builds the client to dist/client. In development it serves the page and forwards API requests. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { refuseNode } from './refuse-node.ts';

/** Where `npm start` serves the API. */
const API = 'http://127.0.0.1:4400';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), refuseNode()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    // No data: URIs, because they need a wider CSP: every asset is a file.
    assetsInlineLimit: 0,
    // The test of the first load reads the manifest.
    manifest: true,
  },
  worker: { format: 'es' },
  server: {
    host: '127.0.0.1',
    port: 4401,
    proxy: {
      // Does not match client/api. Host and origin are rewritten, because the API answers only its own.
      '^/api/(?!.*\\.ts)': { target: API, changeOrigin: true, headers: { origin: API } },
    },
  },
});
