/** The words that a picture prints, in English: a picture made by the server has these, and the page has them in its catalogue. */
import type { EntityType } from '../model/lists.ts';
import type { Tier } from './drawn/tiers.ts';
import type { PictureWords } from './picture.ts';

/** A number of things of one type, with the word for one and for several. */
export interface KindCount {
  n: number;
  one: string;
  many: string;
}
const counted = (counts: readonly KindCount[]): string => counts.map(({ n, one, many }) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`).join(', ');

export const DRAWN_WORDS = {
  flag: { intended: 'intended', attempted: 'attempted', expected: 'expected' },
  at: 'took place at',
  flagged: (label: string, flags: string) => `${label} (${flags})`,
  bundled: (label: string, others: number) => `${label} +${others}`,
  /** "5 groups: …" */
  alike: (types: string, names: readonly string[]) => `${names.length} ${types}: ${names.join(', ')}`,
  /** "+ 2 people, 1 case" */
  near: (counts: readonly KindCount[]) => `+ ${counted(counts)}`,
  /** "− 2 people, 1 case" */
  again: (counts: readonly KindCount[]) => `− ${counted(counts)}`,
  tag: (hub: string, predicate: string) => `${hub} · ${predicate}`,
  more: (n: number) => `+${n}`,
  times: (predicate: string, n: number) => `${predicate} ×${n}`,
  heading: (predicate: string, n: number) => `${predicate} · ${n}`,
  lane: {
    0: 'States',
    1: 'Agencies, organisations',
    2: 'Gangs, intermediaries',
    3: 'People, groups',
    4: 'Plots, events',
    5: 'Targets',
    below: 'Acts, places, things',
  } satisfies Record<Tier, string>,
  type: {
    Person: 'person',
    Group: 'group',
    Gang: 'gang',
    Agency: 'agency',
    Organization: 'organisation',
    Country: 'country',
    Place: 'place',
    Plot: 'plot',
    Event: 'event',
    Case: 'case',
    Measure: 'measure',
    Item: 'item',
  } satisfies Record<EntityType, string>,
  types: {
    Person: 'people',
    Group: 'groups',
    Gang: 'gangs',
    Agency: 'agencies',
    Organization: 'organisations',
    Country: 'countries',
    Place: 'places',
    Plot: 'plots',
    Event: 'events',
    Case: 'cases',
    Measure: 'measures',
    Item: 'items',
  } satisfies Record<EntityType, string>,
};
export type DrawnWords = typeof DRAWN_WORDS;

export const SHEET_WORDS = {
  /** The standings by rank, in short. */
  rankShort: ['unstated', 'reported, alleged', 'sanctioned', 'charged', 'admitted', 'found', 'convicted, confirmed'],
  disputed: 'disputed only',
  contested: 'contested',
  open: 'unknown end',
  inferred: 'inferred',
  uncertain: 'undated',
  /** Of widths. */
  oneOrigin: '1 origin',
  moreOrigins: '4+ origins',
  noOrigin: 'none established',
  pageOf: (n: number, of: number) => (n < of ? `Page ${n} of ${of}; the rest is on the next page.` : `Page ${n} of ${of}.`),
  leftToDossier: (heads: readonly string[]) =>
    `There was no room for ${heads.length === 1 ? '1 line' : `${heads.length} lines`}, which the dossier of this view has: ${heads.join('; ')}.`,
};
export type SheetWords = typeof SHEET_WORDS;

/** Each type with its number, the most frequent first. */
function kindsOf(types: readonly EntityType[], t: DrawnWords): KindCount[] {
  const kinds = [...new Set(types)].map((type) => ({ n: types.filter((one) => one === type).length, one: t.type[type], many: t.types[type] }));
  return kinds.toSorted((a, b) => b.n - a.n || (a.one < b.one ? -1 : 1));
}

/** The words of a placed picture, from a catalogue in any language. */
export function pictureWordsOf(t: DrawnWords): PictureWords {
  return {
    alike: (type, names) => t.alike(t.types[type], names),
    near: (types) => t.near(kindsOf(types, t)),
    again: (types) => t.again(kindsOf(types, t)),
    tag: t.tag,
    more: t.more,
    bundled: t.bundled,
    times: t.times,
    lanes: (lanes) => lanes.map((lane) => t.lane[lane]).join(' · '),
  };
}
