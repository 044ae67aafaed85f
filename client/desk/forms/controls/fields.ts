/** The fields of each kind of record: its control, what it may hold, and in which order one fills them. The schema of the file format says what is right. */
import {
  ARTICLES,
  BASES,
  DECISIONS,
  ENDS,
  ENTITY_TYPES,
  GRAMMATICAL_NUMBERS,
  GROUPS,
  NAME_KINDS,
  QUALIFIERS,
  ROLES,
  TEXT_OF_HOW,
  SUPPORT_LEVELS,
  VALUE_KINDS,
  WITHHELD_GROUPS,
  WITHHELD_TYPES,
} from '../../../../server/domain/model/lists.ts';
import { FILTER_ROWS, type FilterTakes } from '../../../../server/domain/model/claim-filters.ts';
import type { FileKind, FileRecord } from '../../../state/draft/file-form.ts';

export type Picked = 'entity' | 'source' | 'voice' | 'predicate' | 'claim' | 'dataset';
export type Control =
  /** A line of text, or several lines. */
  | { is: 'line' | 'long' | 'lines' | 'number' | 'flag' | 'date' | 'stake' }
  /** A date that is asked for: as EDTF alone. */
  | { is: 'day' }
  /** A flag that is set where nothing is written. */
  | { is: 'flag-off' }
  | { is: 'choice' | 'several'; of: readonly string[] }
  | { is: 'pick' | 'picks'; kind: Picked }
  /** An object with fields of its own; without any of them filled it is left out. */
  | { is: 'group'; fields: readonly Field[] }
  | { is: 'list'; fields: readonly Field[] };
export interface Field {
  name: string;
  control: Control;
  /** Nothing is right without it. */
  needed?: true;
  /** Under which words it stands, where another field has the same name. */
  as?: string;
  /** Shown once more is asked for. */
  rare?: true;
  /** It cannot be changed in a record that is there. */
  fixed?: true;
}

const line = (name: string, more: Partial<Field> = {}): Field => ({ name, control: { is: 'line' }, ...more });
const long = (name: string, more: Partial<Field> = {}): Field => ({ name, control: { is: 'long' }, ...more });
const flag = (name: string, more: Partial<Field> = {}): Field => ({ name, control: { is: 'flag' }, ...more });
const choice = (name: string, of: readonly string[], more: Partial<Field> = {}): Field => ({ name, control: { is: 'choice', of }, ...more });
const several = (name: string, of: readonly string[], more: Partial<Field> = {}): Field => ({ name, control: { is: 'several', of }, ...more });
const pick = (name: string, kind: Picked, more: Partial<Field> = {}): Field => ({ name, control: { is: 'pick', kind }, ...more });
const picks = (name: string, kind: Picked, more: Partial<Field> = {}): Field => ({ name, control: { is: 'picks', kind }, ...more });
const date = (name: string, more: Partial<Field> = {}): Field => ({ name, control: { is: 'date' }, ...more });
const group = (name: string, fields: readonly Field[], more: Partial<Field> = {}): Field => ({ name, control: { is: 'group', fields }, ...more });
const list = (name: string, fields: readonly Field[], more: Partial<Field> = {}): Field => ({ name, control: { is: 'list', fields }, ...more });

const needed = { needed: true } as const;
const rare = { rare: true } as const;
export const ID = line('id', { needed: true, rare: true, fixed: true });
const grammar = [choice('article', ARTICLES, rare), choice('number', GRAMMATICAL_NUMBERS, rare)];
/** The control of what each filter of claims takes. */
const FILTER_CONTROLS: Readonly<Record<FilterTakes, Control>> = {
  level: { is: 'choice', of: SUPPORT_LEVELS },
  count: { is: 'number' },
  flag: { is: 'flag' },
  date: { is: 'day' },
  groups: { is: 'several', of: GROUPS },
  types: { is: 'several', of: ENTITY_TYPES },
  predicates: { is: 'picks', kind: 'predicate' },
  entities: { is: 'picks', kind: 'entity' },
  sources: { is: 'picks', kind: 'source' },
  voices: { is: 'picks', kind: 'voice' },
  datasets: { is: 'picks', kind: 'dataset' },
};
const filterFields = FILTER_ROWS.map(({ name, takes }): Field => ({ name, control: FILTER_CONTROLS[takes] }));
const day = (name: string): Field => ({ name, control: { is: 'day' } });
const number = (name: string): Field => ({ name, control: { is: 'number' } });
const clockFields = [day('happened'), day('published'), day('recorded'), flag('firmOnly')];
const switchFields = [
  several('throughTypes', WITHHELD_TYPES),
  flag('throughGeneric'),
  flag('throughAggregate'),
  several('groups', WITHHELD_GROUPS),
  number('degreeLimit'),
  number('maxHops'),
  number('slack'),
  choice('order', ['weakest-hop', 'hops']),
  number('most'),
  choice('standingAtLeast', SUPPORT_LEVELS),
  number('uninvolvedAtLeast'),
  number('originsAtLeast'),
  flag('uncontested'),
  picks('mustPass', 'entity'),
  picks('mustAvoid', 'entity'),
  picks('datasets', 'dataset'),
];
const selector = [picks('ids', 'entity'), choice('role', ROLES), choice('type', ENTITY_TYPES)];

export const FIELDS: Readonly<Record<FileKind, readonly Field[]>> = {
  entity: [
    choice('type', ENTITY_TYPES, needed),
    list(
      'names',
      [
        line('text', { ...needed, as: 'names.text' }),
        line('lang', { ...needed, as: 'names.lang' }),
        choice('kind', NAME_KINDS, { ...needed, as: 'names.kind' }),
        picks('sources', 'source', { as: 'names.sources' }),
        line('script', rare),
        ...grammar,
      ],
      needed,
    ),
    line('kind'),
    flag('unnamed'),
    flag('generic'),
    flag('aggregate'),
    flag('atRisk'),
    picks('candidates', 'entity', rare),
    ID,
  ],
  source: [
    line('title'),
    line('publisher'),
    line('kind', needed),
    date('published'),
    pick('voice', 'voice', needed),
    flag('seen'),
    line('url'),
    choice('urlBasis', BASES, rare),
    line('archive'),
    { name: 'authors', control: { is: 'lines' } },
    line('language'),
    group('textOf', [pick('source', 'source', needed), choice('how', TEXT_OF_HOW, needed)]),
    ID,
  ],
  voice: [line('name', needed), { name: 'stake', control: { is: 'stake' }, needed: true }, picks('entities', 'entity'), ...grammar, ID],
  predicate: [
    group(
      'forms',
      [
        line('finite', needed),
        line('infinitive', needed),
        line('passive', needed),
        line('noun', needed),
        line('base'),
        line('plural'),
        line('inPlot'),
        line('ofSeveral'),
        choice('blamedFor', ['object']),
      ],
      needed,
    ),
    line('inverse', needed),
    choice('group', GROUPS, needed),
    several('subject', ENTITY_TYPES, needed),
    several('takes', [...ENTITY_TYPES, ...VALUE_KINDS], needed),
    several('qualifiers', QUALIFIERS),
    several('accuses', ENDS),
    flag('symmetric'),
    flag('within'),
    { name: 'traversed', control: { is: 'flag-off' } },
    flag('recordsDeath'),
    group(
      'roles',
      ENDS.map((end) => choice(end, ROLES)),
    ),
    long('definition', needed),
    long('example', needed),
    long('misuse', needed),
    ID,
  ],
  dataset: [line('title'), line('curator'), line('licence'), long('description'), date('knowledgeUntil'), ID],
  rivals: [picks('claims', 'claim', needed), long('why', needed)],
  identity: [pick('a', 'entity', needed), pick('b', 'entity', needed), choice('decision', DECISIONS, needed), long('why', needed)],
  question: [
    long('text', needed),
    choice('kind', ['trace', 'claims', 'roles'], { needed: true, fixed: true }),
    group('from', selector),
    group('to', selector),
    several('roles', ROLES),
    picks('plots', 'entity'),
    picks('datasets', 'dataset', rare),
    group('filter', filterFields, needed),
    group('switches', switchFields, rare),
    group('clocks', clockFields, rare),
    ID,
  ],
  // Written as a sentence: claim-form.
  claim: [],
};

/** The fields of a record as it is: a question has those of its kind. */
export function fieldsFor(kind: FileKind, record: FileRecord): readonly Field[] {
  if (kind !== 'question') return FIELDS[kind];
  const of: Readonly<Record<string, readonly string[]>> = { trace: ['from', 'to', 'switches'], claims: ['filter'], roles: ['roles', 'plots', 'datasets'] };
  const shown = new Set(['text', 'kind', 'clocks', 'id', ...(of[String(record['kind'])] ?? [])]);
  return FIELDS.question.filter(({ name }) => shown.has(name));
}

/** What a new record begins with, beside what is known of it. */
export function begunAs(kind: FileKind, known: FileRecord, dataset: string): FileRecord {
  const random = `${PREFIX[kind]}-${crypto.randomUUID().slice(0, 8)}`;
  const own: Partial<Record<FileKind, FileRecord>> = {
    entity: { id: random, type: 'Person', names: [{ text: '', lang: 'en', kind: 'primary' }] },
    // Nobody says of a source that it was read but whoever reads it.
    source: { id: random, kind: 'article', language: 'en', seen: false },
    voice: { id: random, stake: 'unclear' },
    predicate: { id: `${dataset}:${random}`, forms: {}, subject: [], takes: [] },
    question: { id: random, kind: 'trace' },
    claim: { id: random },
    identity: { decision: 'unsure' },
  };
  return { ...own[kind], ...known };
}
const PREFIX: Readonly<Record<FileKind, string>> = {
  entity: 'e',
  source: 's',
  voice: 'v',
  predicate: 'p',
  question: 'q',
  claim: 'c',
  dataset: 'd',
  rivals: 'r',
  identity: 'i',
};
