/** The filters of a view, one entry each: what passes it, what an expansion is asked for it, and what it is called. The compiler names a missing one. */
import type { FilterKey } from '../../../server/contract/view-filters.ts';
import type { EdgeView } from '../../../server/contract/views.ts';
import { ENTITY_TYPES, type EntityType, GROUPS, RANK_OF_LEVEL } from '../../../server/domain/model/lists.ts';
import type { ClaimFilter } from '../../../server/domain/model/questions.ts';
import { words } from '../../i18n/messages.ts';
import { neededEntities } from '../canvas/drawable.ts';
import type { Filters } from '../view.ts';

export type TypeOf = (id: string) => EntityType | undefined;
export interface ExpandFilter {
  filter: ClaimFilter;
  /** One of the other entities is of one of these types. */
  types?: EntityType[];
}
/** Each is only asked about a value that is not the default. */
export interface DeclaredFilter<Value> {
  passes: (edge: EdgeView, value: Value, typeOf: TypeOf) => boolean;
  asks: (value: Value) => Partial<ExpandFilter>;
  /** In words, as the strip shows and exports print it. */
  line: (value: Value, nameOf: (id: string) => string) => string;
}
type Declared = { readonly [Key in FilterKey]: DeclaredFilter<NonNullable<Filters[Key]>> };

const t = words.filters;

/** What a claim has of each kind that can be chosen by name. */
export const NAMED_VALUES = {
  sources: (edge: EdgeView) => edge.sources,
  voices: (edge: EdgeView) => edge.originVoices,
  datasets: (edge: EdgeView) => edge.datasets,
} as const;
export type NamedFilter = keyof typeof NAMED_VALUES;
export const NAMED_FILTERS = Object.keys(NAMED_VALUES) as NamedFilter[];

/** Any of the ids chosen. */
function byName(key: NamedFilter, line: (names: string[]) => string): DeclaredFilter<string[]> {
  return {
    passes: (edge, chosen) => NAMED_VALUES[key](edge).some((id) => chosen.includes(id)),
    asks: (chosen) => ({ filter: { [key]: chosen } }),
    line: (chosen, nameOf) => line(chosen.map(nameOf)),
  };
}

/** In the order they are told in. */
export const DECLARED_FILTERS: Declared = {
  standingAtLeast: {
    passes: (edge, level) => edge.rank >= RANK_OF_LEVEL[level],
    asks: (standingAtLeast) => ({ filter: { standingAtLeast } }),
    line: (level) => t.standingLine(words.standing[level]),
  },
  originsAtLeast: {
    passes: (edge, n) => edge.origins >= n,
    asks: (originsAtLeast) => ({ filter: { originsAtLeast } }),
    line: (n) => t.originsLine(n),
  },
  uninvolvedAtLeast: {
    passes: (edge, n) => edge.uninvolvedOrigins >= n,
    asks: (uninvolvedAtLeast) => ({ filter: { uninvolvedAtLeast } }),
    line: (n) => t.uninvolvedLine(n),
  },
  openOnly: {
    passes: (edge) => edge.originsOpen,
    asks: (openOnly) => ({ filter: { openOnly } }),
    line: () => t.openLine,
  },
  hiddenGroups: {
    passes: (edge, hidden) => !hidden.includes(edge.group),
    asks: (hidden) => ({ filter: { groups: GROUPS.filter((group) => !hidden.includes(group)) } }),
    line: (hidden) => t.groupsLine(hidden.map((group) => words.group[group])),
  },
  hiddenTypes: {
    passes: (edge, hidden, typeOf) => {
      const types = new Set<EntityType | undefined>(hidden);
      return !neededEntities(edge).some((id) => types.has(typeOf(id)));
    },
    asks: (hidden) => ({ types: ENTITY_TYPES.filter((type) => !hidden.includes(type)) }),
    line: (hidden) => t.typesLine(hidden.map((type) => words.types[type])),
  },
  hiddenPredicates: {
    passes: (edge, hidden) => !hidden.includes(edge.predicate),
    asks: (predicatesNot) => ({ filter: { predicatesNot } }),
    line: (hidden, nameOf) => t.predicatesLine(hidden.map(nameOf)),
  },
  contestedOnly: {
    passes: (edge) => edge.contested,
    asks: (contested) => ({ filter: { contested } }),
    line: () => t.contestedLine,
  },
  sources: byName('sources', t.sourceLine),
  voices: byName('voices', t.voiceLine),
  datasets: byName('datasets', t.datasetLine),
};
