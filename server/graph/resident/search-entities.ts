/** Search over the case at a view's clocks: a name nobody visible prints is not found. */
import type { searchEntities } from '../../contract/routes/entities.ts';
import { rankMatches } from '../../domain/searching/rank-matches.ts';
import type { AnswerOf, InputOf } from '../../usecases/route-types.ts';
import type { ViewState } from './view-state.ts';

type Route = typeof searchEntities;

export function searchEntitiesAsOf(state: ViewState, { query }: Pick<InputOf<Route>, 'query'>): AnswerOf<Route> {
  const types = query.types && new Set(query.types);
  const candidates = [...state.records.entities.values()]
    .filter((entity) => (!types || types.has(entity.type)) && state.isVisible(entity))
    .map((entity) => {
      const shown = state.node(entity.id);
      const names = state.namesOf(entity);
      const standIn = shown ? [{ text: shown.name, lang: shown.nameLang, kind: 'label' as const }] : [];
      return { id: entity.id, names: names.length > 0 ? names : standIn, degree: shown?.degree ?? 0 };
    });
  const ranked = rankMatches(query.q, candidates, { exact: query.exact });
  return {
    results: ranked.slice(query.offset ?? 0, (query.offset ?? 0) + query.limit).flatMap(({ id, name, why }) => {
      const entity = state.node(id);
      return entity ? [{ entity, matched: { text: name.text, lang: name.lang, kind: name.kind, why } }] : [];
    }),
    total: ranked.length,
    totalAtLeast: false,
    revision: state.revision,
  };
}
