/** The parts of an end of a trace (ids, a role, a type, a saved set): they are united, and each can be removed. */
import type { Selector } from '../../server/domain/model/questions.ts';

export function united(selector: Selector | undefined, part: Selector): Selector {
  const ids = [...new Set([...(selector?.ids ?? []), ...(part.ids ?? [])])];
  return { ...selector, ...part, ...(ids.length > 0 ? { ids } : {}) };
}

/** The end without one part; undefined where no part is left. */
export function withoutPart(selector: Selector, part: Selector): Selector | undefined {
  const { ids, role, type, savedSet } = selector;
  const kept = ids?.filter((id) => !part.ids?.includes(id)) ?? [];
  const left: Selector = {
    ...(kept.length > 0 ? { ids: kept } : {}),
    ...(role === undefined || role === part.role ? {} : { role }),
    ...(type === undefined || type === part.type ? {} : { type }),
    ...(savedSet === undefined || savedSet === part.savedSet ? {} : { savedSet }),
  };
  return Object.keys(left).length > 0 ? left : undefined;
}
