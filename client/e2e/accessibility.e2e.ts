/** For everyone: axe finds nothing on the views that show every kind of thing. All views, colours and directions are a deep run (workbench/point-09). */
import { test } from '@playwright/test';
import { expectClean, newPage } from './axe-checks.ts';
import { isKey, sayIn, throughViews } from './axe-views.ts';

test('axe finds nothing on the key views', async ({ browser, baseURL }) => {
  test.setTimeout(180_000);
  const page = await newPage(browser, baseURL);
  await page.goto('/');
  await throughViews({ page, say: sayIn('en'), phone: false }, ({ name }) => expectClean(page, name), isKey);
  await page.context().close();
});
