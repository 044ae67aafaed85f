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

it('pictures drawn one after the other, at once and after a refusal are the same bytes', async () => {
  const draw = async () => Buffer.from((await drawPicture({ described, kinds: ['sheet-svg'] })).files['sheet-svg'] ?? []).toString('base64');
  const first = await draw();
  const all = [await draw(), ...(await Promise.all([draw(), draw(), draw()]))];
  await expect(drawPicture({ described, kinds: ['sheet-svg'] }, { drawingMs: 1, drawingMemory: 512 })).rejects.toMatchObject({ code: 'limit' });
  expect([...all, await draw()]).toEqual(Array.from({ length: 5 }, () => first));
});
