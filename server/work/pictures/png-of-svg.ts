/** Renders an SVG as PNG, with the fonts that it is set in and no other. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';

/** @param width in dots */
export function pngOfSvg(svg: string, width: number, fonts: readonly { name: string; bytes: Uint8Array }[]): Uint8Array {
  // The renderer takes fonts as files alone.
  const folder = mkdtempSync(join(tmpdir(), 'attest-fonts-'));
  try {
    const fontFiles = fonts.map(({ name, bytes }) => {
      writeFileSync(join(folder, name), bytes);
      return join(folder, name);
    });
    const rendered = new Resvg(svg, { font: { loadSystemFonts: false, fontFiles }, fitTo: { mode: 'width', value: width }, logLevel: 'off' }).render();
    return rendered.asPng();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
