import { describe, expect, it } from 'vitest';
import { fileOfPicture, pictureOf, shownIn } from './screens.ts';

const linkTo = (panel: unknown): string => Buffer.from(JSON.stringify({ v: 1, panel })).toString('base64url');

describe('what a screenshot shows', () => {
  it('is every entity and claim drawn, and what the panel opens, each once', () => {
    const places = JSON.stringify({ entities: ['iran', 'gang'], claims: ['hired'] });
    expect(shownIn(places, linkTo({ kind: 'claim', id: 'denied' }))).toEqual({ entities: ['iran', 'gang'], claims: ['hired', 'denied'] });
    expect(shownIn(places, linkTo({ kind: 'entity', id: 'iran' }))).toEqual({ entities: ['iran', 'gang'], claims: ['hired'] });
  });
  it('is nothing on a page without drawing and panel', () => {
    expect(shownIn(null, '')).toEqual({ entities: [], claims: [] });
    expect(shownIn(null, linkTo({ kind: 'sets' }))).toEqual({ entities: [], claims: [] });
  });
});

describe('the file name of a screenshot', () => {
  it('has view, width, scheme, and the locale unless it is English', () => {
    expect(fileOfPicture({ name: 'saved sets', width: 390, scheme: 'dark', locale: 'en' })).toBe('saved-sets-390-dark.png');
    expect(fileOfPicture({ name: 'trace', width: 1440, scheme: 'light', locale: 'ar-XB' })).toBe('trace-1440-light-ar-XB.png');
  });
  it('is that of a README picture only where it was chosen', () => {
    expect(pictureOf('trace', 1440, 'light')).toBe('trace.png');
    expect(pictureOf('trace', 1440, 'dark')).toBeUndefined();
  });
});
