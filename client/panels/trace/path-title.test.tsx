// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { rendered } from '../../testing/render.ts';
import { PathTitle } from './path-title.tsx';

it('a long title is shown shortened, and is whole to whoever hears it or points at it', () => {
  const title = 'حارس القصر (alleged perpetrator of what was attempted in a long plot, charged) to Iran: three between; weakest hop: alleged';
  const page = rendered(<PathTitle path={{ title, inShort: 'حارس القصر to Iran: one and 2 more; weakest hop: alleged' }} />);
  expect(page.find('strong')?.title).toBe(title);
  expect(page.find('.visually-hidden')?.textContent).toBe(title);
  expect(page.find('[aria-hidden]')?.textContent).toBe('حارس القصر to Iran: one and 2 more; weakest hop: alleged');
  page.again(<PathTitle path={{ title: 'A to B', inShort: 'A to B' }} />);
  expect(page.host.querySelector('strong')?.outerHTML).toBe('<strong dir="auto">A to B</strong>');
  page.end();
});
