/** The dates of a view that a watched question keeps: not the recorded one, which is that of the answer that was seen, and nothing that is struck. */
import type { Clocks } from '../../../server/domain/model/questions.ts';

export function watchedClocks({ happened, published, firmOnly }: Clocks): { clocks?: Pick<Clocks, 'happened' | 'published' | 'firmOnly'> } {
  const clocks = { ...(happened === undefined ? {} : { happened }), ...(published === undefined ? {} : { published }), ...(firmOnly ? { firmOnly } : {}) };
  return Object.keys(clocks).length > 0 ? { clocks } : {};
}
