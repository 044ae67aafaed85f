/** The filters of a view, one entry each: what it asks of a claim, its control, and what it is called. The compiler names a missing one. */
import type { FilterKey } from '../../../server/contract/view-filters.ts';
import type { EdgeView } from '../../../server/contract/views.ts';
import { GROUPS } from '../../../server/domain/model/lists.ts';
import type { ClaimFilter } from '../../../server/domain/model/questions.ts';
import { words } from '../../i18n/messages.ts';
import type { Filters } from '../view.ts';

/** How the panel lets a filter be set; a filter of a kind that is there needs no new part of it. */
type Control<Value> =
  | { kind: 'ladder' | 'groups' | 'predicates' | 'types' }
  /** A year, a month or a day. */
  | { kind: 'date'; label: string; help: string }
  /** One value, chosen or not. */
  | { kind: 'choice'; value: Value; label: string }
  /** Any of what the claims in view have; fewer than `from` known are no choice. */
  | { kind: 'names'; label: string; valuesOf: (edge: EdgeView) => readonly string[]; from: number };
export type ControlKind = Control<unknown>['kind'];
/** Each is only asked about a value that is not the default. */
export interface DeclaredFilter<Value> {
  /** What it asks of a claim: of those drawn, and of those an expansion may bring. */
  asks: (value: Value) => ClaimFilter;
  /** In words, as the strip shows and exports print it. */
  line: (value: Value, nameOf: (id: string) => string) => string;
  control: Control<Value>;
}
type Declared = { readonly [Key in FilterKey]: DeclaredFilter<NonNullable<Filters[Key]>> };

const t = words.filters;
const flagged =
  (line: string): DeclaredFilter<boolean>['line'] =>
  () =>
    line;
const named =
  (line: (names: string[]) => string): DeclaredFilter<string[]>['line'] =>
  (ids, nameOf) =>
    line(ids.map(nameOf));

/** In the order they are told in. */
export const DECLARED_FILTERS = {
  standingAtLeast: {
    asks: (standingAtLeast) => ({ standingAtLeast }),
    line: (level) => t.standingLine(words.standing[level]),
    control: { kind: 'ladder' },
  },
  uninvolvedAtLeast: {
    asks: (uninvolvedAtLeast) => ({ uninvolvedAtLeast }),
    line: (n) => t.uninvolvedLine(n),
    control: { kind: 'choice', value: 1, label: t.origin.uninvolved },
  },
  originsAtLeast: {
    asks: (originsAtLeast) => ({ originsAtLeast }),
    line: (n) => t.originsLine(n),
    control: { kind: 'choice', value: 2, label: t.origin.two },
  },
  openOnly: {
    asks: (openOnly) => ({ openOnly }),
    line: flagged(t.openLine),
    control: { kind: 'choice', value: true, label: t.origin.open },
  },
  hiddenGroups: {
    asks: (hidden) => ({ groups: GROUPS.filter((group) => !hidden.includes(group)) }),
    line: (hidden) => t.groupsLine(hidden.map((group) => words.group[group])),
    control: { kind: 'groups' },
  },
  hiddenTypes: {
    asks: (typesNot) => ({ typesNot }),
    line: (hidden) => t.typesLine(hidden.map((type) => words.types[type])),
    control: { kind: 'types' },
  },
  hiddenPredicates: {
    asks: (predicatesNot) => ({ predicatesNot }),
    line: named(t.predicatesLine),
    control: { kind: 'predicates' },
  },
  contestedOnly: {
    asks: (contested) => ({ contested }),
    line: flagged(t.contestedLine),
    control: { kind: 'choice', value: true, label: t.contested },
  },
  firstPublishedAfter: {
    asks: (firstPublishedAfter) => ({ firstPublishedAfter }),
    line: (date) => t.firstPublishedLine(date),
    control: { kind: 'date', label: t.firstPublished, help: t.firstPublishedHelp },
  },
  sources: {
    asks: (sources) => ({ sources }),
    line: named(t.sourceLine),
    control: { kind: 'names', label: t.sources, valuesOf: (edge) => edge.sources, from: 1 },
  },
  voices: {
    asks: (voices) => ({ voices }),
    line: named(t.voiceLine),
    control: { kind: 'names', label: t.voices, valuesOf: (edge) => edge.originVoices, from: 1 },
  },
  datasets: {
    asks: (datasets) => ({ datasets }),
    line: named(t.datasetLine),
    control: { kind: 'names', label: t.datasets, valuesOf: (edge) => edge.datasets, from: 2 },
  },
} satisfies Declared;

type KeyBy<Kind extends ControlKind> = { [Key in FilterKey]: (typeof DECLARED_FILTERS)[Key]['control']['kind'] extends Kind ? Key : never }[FilterKey];
export type FilterBy<Kind extends ControlKind> = { key: KeyBy<Kind>; line: (value: unknown) => string } & Extract<Control<unknown>, { kind: Kind }>;

/** The filters that are set by a kind of control, in the order declared. */
export function filtersBy<Kind extends ControlKind>(kind: Kind): FilterBy<Kind>[] {
  return Object.entries(DECLARED_FILTERS).flatMap(([key, { control, line }]) =>
    control.kind === kind ? [{ ...control, key, line } as unknown as FilterBy<Kind>] : [],
  );
}
