/** When something is missing: a server that does not answer, a search without a match, a late answer, other origins. */
import { expect, test } from '@playwright/test';
import { askForTheWay, canvas, drawn, drawnCount, openClaimCutOff, openStart, panel, place, searchField, SLOW } from './steps.ts';

test('the opening screen says what is loaded and up to when it is told, and draws nothing that was not asked for', async ({ page }) => {
  await openStart(page);
  const loaded = page.getByRole('complementary', { name: 'In this case' });
  for (const what of ['entities', 'claims', 'sources', 'voices', 'contested'])
    await expect(loaded.getByRole('button', { name: new RegExp(`^${what} ?\\d+`) })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Ready questions' }).getByRole('button').first()).toContainText(/\d+ paths? · weakest hop: \w+/, {
    timeout: SLOW,
  });
  await expect(loaded.getByText(/As told up to .* later outcomes not searched/)).toBeVisible();
  await expect(canvas(page)).toHaveCount(0);
});

test('a search says why a name matched, and what to try where nothing does', async ({ page }) => {
  await openStart(page);
  await searchField(page).fill('Tehran');
  await expect(page.getByRole('option').filter({ hasText: 'Iran' }).first()).toContainText('as “Tehran”', { timeout: SLOW });
  await searchField(page).fill('zzzzqqq');
  await expect(page.getByText('Nothing matches “zzzzqqq”. Try a shorter form, another spelling, or another script.')).toBeVisible({ timeout: SLOW });
});

test('without a network nothing drawn is lost, what failed is said, and it is done when the server is back', async ({ page }) => {
  const { list, claims } = await openClaimCutOff(page);
  const said = panel(page).getByRole('alert').filter({ hasText: 'The server does not answer. Nothing was changed.' });
  await expect(said).toBeVisible({ timeout: SLOW });
  expect(await drawnCount(page, 'claims')).toBe(claims);
  await list.getByRole('button', { name: 'Actions for Rafat Amirov', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Expand neighbours' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Rafat Amirov was not expanded. The server does not answer.' })).toBeVisible({ timeout: SLOW });

  await page.unroute('**/api/**');
  await expect(panel(page).getByRole('article').first()).toBeVisible({ timeout: SLOW });
});

test('without a network the opening screen says so, tries again by a button, and recovers by itself', async ({ page }) => {
  await page.route('**/api/**', (route) => route.abort('connectionrefused'));
  await page.goto('/');
  const said = page.getByRole('main').getByRole('alert');
  await expect(said).toContainText('The server does not answer', { timeout: SLOW });
  // Press it while the network is cut: once the server answers, the button may disappear first.
  const asked = page.waitForRequest('**/api/health/ready');
  await page.getByRole('button', { name: 'Ask now' }).click();
  await asked;
  await page.unroute('**/api/**');
  await expect(page.getByRole('region', { name: 'Ready questions' }).getByRole('listitem').first()).toBeVisible({ timeout: SLOW });
});

test('for a claim that does not exist the panel says so instead of showing nothing', async ({ page }) => {
  const hash = Buffer.from(JSON.stringify({ v: 1, panel: { kind: 'claim', id: 'no-such-claim' } })).toString('base64url');
  await page.goto(`/#${hash}`);
  await expect(panel(page).getByText('This claim is not in the case now.')).toBeVisible({ timeout: SLOW });
});

test('a late answer of an earlier search never replaces a newer one', async ({ page }) => {
  await openStart(page);
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let late = 0;
  await page.route(/\/api\/entities\?q=Omar(&|$)/, async (route) => {
    late += 1;
    await held;
    await route.continue().catch(() => undefined);
  });
  await searchField(page).fill('Omar');
  await expect.poll(() => late).toBe(1);
  await searchField(page).fill('Mehdiyev');
  await expect(page.getByRole('option', { name: /^Khalid Mehdiyev/ })).toBeVisible({ timeout: SLOW });
  letGo();
  await place(page, 'Mehdiyev', 'Khalid Mehdiyev');
  await expect(canvas(page)).toHaveAttribute('data-entities', '1');
  await drawn(page, 'khalid-mehdiyev');
});

test('no request leaves for another origin, and the content security policy is never violated', async ({ page, baseURL }) => {
  const outside: string[] = [];
  const broken: string[] = [];
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== new URL(baseURL ?? '').origin) outside.push(request.url());
  });
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) broken.push(message.text());
  });
  page.on('pageerror', (error) => broken.push(String(error)));
  await askForTheWay(page);
  const before = await drawn(page, 'rafat-amirov');
  await page.getByRole('button', { name: /^Layout: / }).click();
  await page.getByRole('menuitem', { name: 'By force' }).click();
  await expect.poll(async () => (await drawn(page, 'rafat-amirov')).join(), { timeout: SLOW }).not.toBe(before.join());
  expect(outside).toEqual([]);
  expect(broken).toEqual([]);
});
