/**
 * Accessibility: axe finds nothing on the views that together show every kind of element. The deep run covers all views, colours and directions
 * (workbench/point-09).
 */
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
