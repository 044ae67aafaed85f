import { expect, it } from 'vitest';
import type { DescribedPicture } from '../../domain/picturing/svg/described-picture.ts';
import { drawPicture } from './draw-picture.ts';

const described: DescribedPicture = { title: 'T', printed: ['As told.'], nodes: [], claims: [], positions: [], alt: 'A network.', digest: 'd' };

it('a picture is drawn in a thread', async () => {
  const { files } = await drawPicture({ described, kinds: ['sheet-svg'] });
  expect(new TextDecoder().decode(files['sheet-svg'])).toMatch(/^<svg [^]*<\/svg>\n$/);
});

it('a picture that takes longer than it may is refused by name', async () => {
  await expect(drawPicture({ described, kinds: ['sheet-svg'] }, { drawingMs: 1, drawingMemory: 512 })).rejects.toMatchObject({
    code: 'limit',
    details: { limit: { name: 'drawingMs', value: 1 } },
  });
});
