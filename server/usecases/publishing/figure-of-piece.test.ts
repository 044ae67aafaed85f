/** The picture of a page that is shown again and again is drawn once, as long as it shows the same. */
import { expect, it } from 'vitest';
import type { DescribedPicture } from '../../domain/picturing/svg/described-picture.ts';
import { figureOfPiece, figureShown } from './figure-of-piece.ts';

const described = (alt: string): DescribedPicture => ({ title: 'T', printed: [], nodes: [], claims: [], positions: [], alt, digest: 'd' });

it('is the one that an export draws, and the same until another is shown', async () => {
  const figure = await figureShown(described('A network.'));
  expect(figure).toEqual(await figureOfPiece(described('A network.'), ['svg']));
  expect(await figureShown(described('A network.'))).toBe(figure);
  expect((await figureShown(described('Another network.'))).alt).toBe('Another network.');
});
