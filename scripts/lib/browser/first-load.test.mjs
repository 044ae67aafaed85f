import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { filesOfFirstLoad, measureFirstLoad } from './first-load.mjs';

const MANIFEST = {
  'index.html': { file: 'a/index.js', isEntry: true, imports: ['_shared.js'], dynamicImports: ['stage.tsx'], css: ['a/index.css'] },
  '_shared.js': { file: 'a/shared.js', imports: ['_deep.js'] },
  '_deep.js': { file: 'a/deep.js', imports: ['_shared.js'] },
  'stage.tsx': { file: 'a/stage.js', isDynamicEntry: true, imports: ['_shared.js'], css: ['a/stage.css'] },
};

describe('the first load', () => {
  it('is the page, its entry, all that is imported from it and their styles, and nothing that is imported when shown', () => {
    expect(filesOfFirstLoad(MANIFEST)).toEqual(['index.html', 'a/index.js', 'a/index.css', 'a/shared.js', 'a/deep.js']);
  });
  it('is measured gzipped, the largest first', () => {
    const dir = mkdtempSync(join(tmpdir(), 'first-load-'));
    try {
      mkdirSync(join(dir, '.vite'));
      mkdirSync(join(dir, 'a'));
      writeFileSync(join(dir, '.vite/manifest.json'), JSON.stringify(MANIFEST));
      const big = 'let x = 1;'.repeat(5000);
      for (const file of filesOfFirstLoad(MANIFEST)) writeFileSync(join(dir, file), file === 'a/deep.js' ? big : 'x');
      const { total, files } = measureFirstLoad(dir);
      expect(files[0]).toEqual({ file: 'a/deep.js', bytes: gzipSync(big).length });
      expect(total).toBe(gzipSync(big).length + 4 * gzipSync('x').length);
    } finally {
      rmSync(dir, { recursive: true });
    }
  });
});
