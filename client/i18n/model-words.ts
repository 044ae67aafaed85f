/** Words of the model as the interface shows them. */
import type { EntityType, Group, Level, Role } from '../../server/domain/model/lists.ts';
import type { StandingLevel } from '../../server/domain/model/figures.ts';

const standing: Record<StandingLevel | Level, string> = {
  unstated: 'unstated',
  reported: 'reported',
  alleged: 'alleged',
  sanctioned: 'sanctioned',
  charged: 'charged',
  admitted: 'admitted',
  found: 'found by a court',
  convicted: 'convicted',
  confirmed: 'confirmed',
  denied: 'denied',
  contradicted: 'contradicted',
  retracted: 'retracted',
  acquitted: 'acquitted',
  withdrawn: 'withdrawn',
  'disputed-only': 'disputed only',
};
const group: Record<Group, string> = {
  sponsorship: 'sponsorship',
  intermediation: 'intermediation',
  execution: 'execution',
  target: 'target',
  structure: 'structure',
  association: 'association',
  justice: 'justice',
  geography: 'geography',
  statement: 'statement',
  identity: 'identity',
};
const types: Record<EntityType, string> = {
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
};
const type: Record<EntityType, string> = {
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
};
const role: Record<Role, string> = {
  sponsor: 'sponsor',
  agency: 'agency',
  intermediary: 'intermediary',
  perpetrator: 'perpetrator',
  target: 'target',
  accuser: 'accuser',
  judge: 'judge',
};

/** Dates and amounts as text, as precise as written and never rounded to a day. */
const dates = {
  months: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  seasons: ['spring', 'summer', 'autumn', 'winter'],
  day: (day: number, month: string, year: string) => `${day} ${month} ${year}`,
  part: (part: string, year: string) => `${part} ${year}`,
  about: (date: string) => `about ${date}`,
  perhaps: (date: string) => `perhaps ${date}`,
  perhapsAbout: (date: string) => `perhaps about ${date}`,
  span: (from: string, to: string) => `${from} to ${to}`,
  since: (date: string) => `since ${date}`,
  until: (date: string) => `until ${date}`,
  or: (dates: readonly string[]) => dates.join(' or '),
} as const;
const amounts = {
  number: (n: number) => n.toLocaleString('en'),
  span: (from: string, to: string) => `${from} to ${to}`,
  atLeast: (n: string) => `at least ${n}`,
  atMost: (n: string) => `at most ${n}`,
  about: (amount: string) => `about ${amount}`,
  of: (amount: string, unit: string) => `${amount} ${unit}`,
} as const;

const NAMES = { script: new Intl.DisplayNames(['en'], { type: 'script' }), language: new Intl.DisplayNames(['en'], { type: 'language' }) };
/** The name of a script or language; an unknown code is shown as it is. */
function nameOf(kind: keyof typeof NAMES, code: string): string {
  try {
    return NAMES[kind].of(code) ?? code;
  } catch {
    return code;
  }
}

export const modelWords = {
  standing,
  group,
  types,
  type,
  role,
  dates,
  amounts,
  script: (code: string) => nameOf('script', code),
  language: (code: string) => nameOf('language', code),
  /** The ladder as rows, one for each rank. */
  rank: ['unstated', 'reported or alleged', 'sanctioned', 'charged', 'admitted', 'found by a court', 'convicted or confirmed'],
  rankShort: ['unstated', 'reported, alleged', 'sanctioned', 'charged', 'admitted', 'found', 'convicted, confirmed'],
} as const;
