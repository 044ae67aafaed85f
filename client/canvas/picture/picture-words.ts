/** The words of the interface that a picture prints. */
import { words } from '../../i18n/messages.ts';
import type { PictureWords } from './picture.ts';

const t = words.drawing;

export const pictureWords: PictureWords = {
  alike: (type, names) => t.picture.alike(words.types[type], names),
  near(types) {
    const kinds = [...new Set(types)].map((type) => ({ n: types.filter((one) => one === type).length, one: words.type[type], many: words.types[type] }));
    return t.picture.near(kinds.toSorted((a, b) => b.n - a.n || (a.one < b.one ? -1 : 1)));
  },
  tag: t.picture.tag,
  more: t.picture.more,
  bundled: t.bundled,
  times: t.picture.times,
};
