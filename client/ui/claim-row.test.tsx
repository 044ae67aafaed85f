// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { rendered } from '../testing/render.ts';
import { ClaimRow } from './claim-row.tsx';

it('a sentence in English runs from left to right, whatever the script of the name that it begins with', () => {
  const sentence = 'حسن Adler is reported to have hired Cyrus Demir';
  const claim = { id: 'c', sentence, level: 'reported', rank: 1, uninvolvedOrigins: 0, contested: false, origins: 1, originsOpen: false } as const;
  const page = rendered(<ClaimRow claim={claim} onOpen={() => undefined} />);
  expect(page.find('[lang=en]', sentence)?.getAttribute('dir')).toBe('ltr');
  page.end();
});
