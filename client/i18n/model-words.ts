/** Words of the model as the interface shows them. */
import { DRAWN_WORDS, SHEET_WORDS } from '../../server/domain/picturing/picture-words.ts';
import type { Group, Level, Role } from '../../server/domain/model/lists.ts';
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
const { types, type } = DRAWN_WORDS;
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
  rankShort: SHEET_WORDS.rankShort,
} as const;

/** The words of the trade in one sentence each, as they are told where they stand; and other words by which an act is looked for. */
export const termWords = {
  terms: {
    origin: 'An origin is a body whose own knowledge this is; a paper that reprints or quotes another adds none.',
    uninvolved: 'An uninvolved origin has no stake in what is claimed: nobody on its way accuses, is accused, was the target, or belongs to a side.',
    citation: 'A citation is one passage of one source that says the claim, or disputes it.',
    standing:
      'Standing is how far a claim has got, from reported through charged to convicted or confirmed; it is worked out from the passages, never typed in.',
    gate: 'The gate is the written minimum that everything taken out must meet, such as a source that was seen and a place in it.',
    hop: 'A hop is one step of a path: one claim, or several, between two entities that stand side by side.',
    generic: 'Generic is what stands for a kind and not for one person or body, such as “a hitman”: a path through it would join strangers.',
    pass: 'By default a path passes no country, no body in common and nobody generic, because these would join everything; each can be let in, and the answer says so.',
    unnamed: 'Unnamed is somebody whom no source names, or none yet at the date of the view.',
    contested: 'Contested is a claim that a passage disputes, that has a rival, or whose dates or numbers exclude each other.',
  },
  /** By the id of the act: words that people type who do not know its name. */
  also: {
    'by-date': 'timeline time chronology axis history dates layout',
    'layout-layered': 'layers hierarchy columns flow tree layout',
    'layout-force': 'network spring organic layout',
    'layout-concentric': 'circle radial ego layout',
    'layout-grid': 'matrix layout',
    'view-table': 'rows list spreadsheet sheet sort',
    'view-timeline': 'time chronology dates history axis brush when',
    'view-graph': 'network map drawing chart',
    export: 'picture image png svg csv json dossier download save print file',
    share: 'url address permalink send copy',
    'trace-between': 'path route way connection link shortest',
    'tab-trace': 'path route way connection',
    'tab-contents': 'list outline',
    clocks: 'date time when as of past',
    'clocks-today': 'now present reset',
    cases: 'dataset project file switch',
    legend: 'key symbols colours meaning',
    keys: 'shortcuts keyboard help',
    tour: 'help introduction tutorial first steps',
    expand: 'more neighbours show open',
    remove: 'delete take away',
    'show-hidden': 'unhide reveal',
    search: 'find name',
    undo: 'back revert',
    'bundle-all': 'merge parallel lines edges',
    pin: 'fix lock position',
  } as Record<string, string>,
} as const;
