/** Builds the client to dist/client; in development it serves the page and passes the API on. */
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
    // A data: URI would need a wider CSP; every asset is a file of its own.
    assetsInlineLimit: 0,
    // What the first load is made of is measured by it.
    manifest: true,
  },
  worker: { format: 'es' },
  server: {
    host: '127.0.0.1',
    port: 4401,
    proxy: {
      // Not the client's own room of that name. The API answers its own address only, so host and origin are made its own.
      '^/api/(?!.*\\.ts)': { target: API, changeOrigin: true, headers: { origin: API } },
    },
  },
});
