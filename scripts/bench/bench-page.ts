/** A page of a bench, built as for production and served on loopback, and the Chromium in which it runs. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { build, type PluginOption, preview } from 'vite';

export interface BenchPage {
  address: string;
  /** Ends the server and removes what was built. */
  close: () => Promise<void>;
}

/** @param folder of the page, from the root of the project */
export async function serveBenchPage(folder: string, plugins: PluginOption[] = []): Promise<BenchPage> {
  const outDir = mkdtempSync(join(tmpdir(), 'attest-bench-'));
  const root = resolve(import.meta.dirname, '../..', folder);
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins,
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 5_000 },
  });
  const server = await preview({ root, configFile: false, logLevel: 'error', build: { outDir }, preview: { host: '127.0.0.1', port: 0 } });
  return {
    address: server.resolvedUrls?.local[0] ?? '',
    close: async () => {
      await server.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}

/** The Chromium of `ATTEST_CHROMIUM`, of the system, or Playwright's own. */
export function launchChromium(args: string[] = []): Promise<Browser> {
  const executablePath = process.env['ATTEST_CHROMIUM'] ?? (existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined);
  // Chromium refuses its sandbox to root, the user in most containers.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args: [...args, ...sandbox] });
}
