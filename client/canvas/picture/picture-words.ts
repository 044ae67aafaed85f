/** The words of the interface that a picture prints. */
import { words } from '../../i18n/messages.ts';
import type { EntityType } from '../../../server/domain/model/lists.ts';
import type { PictureWords } from './picture.ts';

const t = words.drawing;

/** Each type with its number, the most frequent first. */
function kindsOf(types: readonly EntityType[]): { n: number; one: string; many: string }[] {
  const kinds = [...new Set(types)].map((type) => ({ n: types.filter((one) => one === type).length, one: words.type[type], many: words.types[type] }));
  return kinds.toSorted((a, b) => b.n - a.n || (a.one < b.one ? -1 : 1));
}

export const pictureWords: PictureWords = {
  alike: (type, names) => t.picture.alike(words.types[type], names),
  near: (types) => t.picture.near(kindsOf(types)),
  again: (types) => t.picture.again(kindsOf(types)),
  tag: t.picture.tag,
  more: t.picture.more,
  bundled: t.bundled,
  times: t.picture.times,
  lanes: (lanes) => lanes.map((lane) => t.picture.lane[lane]).join(' · '),
};
