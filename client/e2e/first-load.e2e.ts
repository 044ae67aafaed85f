/** The first load is small, measured on the build that the browser tests use and on what the browser fetched. */
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { FIRST_LOAD_LIMIT, measureFirstLoad } from '../../scripts/lib/browser/first-load.mjs';
import { openStart } from './steps.ts';

test('the first load is at most 400 kB gzipped: page, scripts and styles; the browser fetches no other before the first screen is painted', async ({
  page,
}) => {
  const { total, files } = measureFirstLoad(join(import.meta.dirname, '../../dist/client'));
  expect(files.length).toBeGreaterThan(2);
  expect(total, files.map(({ file, bytes }) => `${bytes} ${file}`).join('\n')).toBeLessThanOrEqual(FIRST_LOAD_LIMIT);
  await openStart(page);
  const fetched = await page.evaluate(() => {
    const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
    return performance
      .getEntriesByType('resource')
      .filter((entry) => entry.startTime < painted)
      .map((entry) => new URL(entry.name).pathname.slice(1));
  });
  const scripts = fetched.filter((file) => /\.(js|css)$/.test(file));
  expect(scripts.length).toBeGreaterThan(1);
  expect(files.map(({ file }) => file)).toEqual(expect.arrayContaining(scripts));
});
