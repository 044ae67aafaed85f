/** What an expansion would bring under a choice: counted from the summary where possible, else asked of the server. */
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { call } from '../../api/call.ts';
import { neighboursQuery } from '../../api/queries.ts';
import { expandEntity } from '../../../server/contract/routes/entities.ts';
import { type EntityType, type Group, RANK_OF_LEVEL, type SupportLevel } from '../../../server/domain/model/lists.ts';
import { type ExpandChoice, expandBody } from '../../acts/expand-entity.ts';
import { entitiesOfEdge } from '../../../server/domain/picturing/drawn/drawable.ts';
import { expandFilterOf } from '../../state/filters/filters.ts';
import { useView } from '../../state/store.ts';
import type { Filters, ViewDocument } from '../../state/view.ts';

/** The choice before an expansion. */
export interface Choice {
  /** Predicates to leave out. */
  off: string[];
  types: EntityType[];
  minimum?: SupportLevel;
  origins: number;
  uninvolved: number;
  contested: boolean;
  /** Whether the filters of the view must hold too. */
  withView: boolean;
  limit: number;
}
export interface Row {
  predicate: string;
  label: string;
  group: Group;
  left: number;
}
export interface Expansion {
  /** Predicates with claims that are not drawn yet. */
  rows: Row[];
  groups: Group[];
  types: { type: EntityType; neighbours: number }[];
  left: number;
  atLeast: boolean;
  /** Number of claims that would come without a limit; undefined while it is being asked. */
  coming?: number;
  comingAtLeast: boolean;
  failed: boolean;
  request: ExpandChoice;
}

const firmer = (a: SupportLevel | undefined, b: SupportLevel | undefined): SupportLevel | undefined =>
  a === undefined || (b !== undefined && RANK_OF_LEVEL[b] > RANK_OF_LEVEL[a]) ? b : a;

/** The request for a choice together with the filters of the view: where both restrict the same thing, both must hold. Pure. */
export function requestOf(choice: Choice, filters: Filters): ExpandChoice {
  const view = choice.withView ? expandFilterOf(filters) : {};
  const minimum = firmer(choice.minimum, view.standingAtLeast);
  const origins = Math.max(choice.origins, view.originsAtLeast ?? 0);
  const uninvolved = Math.max(choice.uninvolved, view.uninvolvedAtLeast ?? 0);
  const predicatesNot = [...new Set([...choice.off, ...(view.predicatesNot ?? [])])];
  return {
    limit: choice.limit,
    ...(choice.types.length > 0 ? { types: choice.types } : {}),
    filter: {
      ...view,
      ...(predicatesNot.length > 0 ? { predicatesNot } : {}),
      ...(minimum ? { standingAtLeast: minimum } : {}),
      ...(origins > 0 ? { originsAtLeast: origins } : {}),
      ...(uninvolved > 0 ? { uninvolvedAtLeast: uninvolved } : {}),
      ...(choice.contested ? { contested: true } : {}),
    },
  };
}

/** Filters that the summary has counts for. */
const COUNTED: ReadonlySet<string> = new Set(['predicatesNot', 'groups']);
/** True where the summary cannot count what would come. */
function mustAsk({ filter, types }: ExpandChoice): boolean {
  return types !== undefined || Object.keys(filter).some((key) => !COUNTED.has(key));
}

const comingQuery = (id: string, document: ViewDocument, request: ExpandChoice, lineless: readonly { claim: string }[]) => {
  const body = expandBody(document, { ...request, limit: 1 }, lineless);
  return queryOptions({
    queryKey: ['coming', id, body],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => call(expandEntity, { params: { id }, body, signal }),
  });
};

export function useExpansion(id: string, choice: Choice): Expansion | undefined {
  const document = useView((s) => s.history.present);
  const edges = useView((s) => s.cache.edges);
  const { canvas, clocks, filters } = document;
  const { data } = useQuery(neighboursQuery(id, clocks));
  // What names the entity is no more to come where it is on the canvas, and never where it has no line.
  const taken = [...canvas.claims.flatMap((claim) => edges.get(claim) ?? []).filter((edge) => entitiesOfEdge(edge).includes(id)), ...(data?.lineless ?? [])];
  const rows = (data?.predicates ?? [])
    .map(({ predicate, label, group, claims }) => ({
      predicate,
      label,
      group,
      left: Math.max(0, claims - taken.filter((one) => one.predicate === predicate).length),
    }))
    .filter((row) => row.left > 0);
  const request = requestOf(choice, filters);
  const asks = data !== undefined && mustAsk(request);
  const asked = useQuery({ ...comingQuery(id, document, request, data?.lineless ?? []), enabled: asks });
  if (!data) return undefined;
  const counted = rows
    .filter((row) => !request.filter.predicatesNot?.includes(row.predicate) && (request.filter.groups?.includes(row.group) ?? true))
    .reduce((sum, row) => sum + row.left, 0);
  return {
    rows,
    groups: [...new Set(rows.map((row) => row.group))],
    types: data.types,
    left: rows.reduce((sum, row) => sum + row.left, 0),
    atLeast: data.atLeast,
    coming: !asks ? counted : asked.data && !asked.isPlaceholderData ? asked.data.edges.length + asked.data.more : undefined,
    comingAtLeast: asks ? (asked.data?.moreAtLeast ?? false) : data.atLeast,
    failed: asks && asked.isError,
    request,
  };
}

/** True where the filters of the view restrict an expansion. */
export function narrows(filters: Filters): boolean {
  return Object.keys(expandFilterOf(filters)).length > 0;
}
