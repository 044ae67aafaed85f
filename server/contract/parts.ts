/** Parts of requests that several routes use: clocks and pages in a query string, ids in a path. */
import { z } from 'zod';
import { beyond } from './named-limit.ts';
import { dates, id, TRACE_LIMITS } from './records.ts';

export const idParams = z.strictObject({ id });
const flag = z.enum(['true', 'false']).transform((v) => v === 'true');
export const queryFlag = flag;
/** The named limits of the API. A request beyond one is answered 413, 422 or 429 with its name. */
export const API_LIMITS = {
  /** Bytes of a JSON body. */
  bodyBytes: 1_048_576,
  /** Bytes of a JSON body on routes that take very many ids. */
  largeBodyBytes: 8_388_608,
  /** Bytes of one uploaded file. */
  uploadBytes: 268_435_456,
  uploadFiles: 200,
  /** Bytes of the beginnings of tables of which the first rows are told. */
  sampleBytes: 2_097_152,
  /** Bytes of all uploads that wait to be imported. */
  waitingUploadBytes: 1_073_741_824,
  searchResults: 50,
  /** Characters of a search. */
  searchText: 200,
  expandResults: 500,
  exceptClaims: 10_000,
  subgraphEntities: 2_000,
  subgraphClaims: 10_000,
  /** Entities in a picture made by the server. */
  pictureEntities: 300,
  listResults: 500,
  /** Claims in one answer with what a table shows of each. */
  tableRows: 1_000,
  offset: 1_000_000,
  /** Entries of a comma-separated list in a query string. */
  listedInQuery: 200,
  /** Records that one change in the window or over the API may write, and as many that it may remove. */
  changedRecords: 500,
  /** Records that an import may be told to leave out. */
  leftOutRecords: 20_000,
  savedSetEntities: 10_000,
  /** Saved sets that may be stored, and their characters in all. */
  savedSets: 1_000,
  savedSetCharacters: 50_000_000,
  /** Watches that may be kept, and their characters in all. */
  watches: 200,
  watchCharacters: 2_000_000,
  /** Views that may be stored, and their characters in all. */
  storedViews: 10_000,
  storedViewCharacters: 50_000_000,
  /** Days after which a stored view that nothing opened is removed. */
  storedViewDays: 365,
  /** Entries that the notebook may hold, and their characters in all. */
  notebookEntries: 10_000,
  notebookCharacters: 50_000_000,
  /** Claims on each side of an assessment, and what it is about. */
  assessedClaims: 200,
  /** Bytes of the text of a source, as it is kept. */
  textBytes: 2_000_000,
  /** Bytes of a file from which a text is taken, and of what is packed in it. */
  textFileBytes: 52_428_800,
  /** Texts that may be kept, and their characters in all. */
  texts: 10_000,
  textCharacters: 500_000_000,
  /** Claims that are listed beside a text. */
  textClaims: 5_000,
  /** Names that are looked for in a text. */
  textNames: 200_000,
  exportClaims: 20_000,
  /** Claims, and entities, of whole datasets that are exported: worked out in a process of its own. */
  exportDatasetClaims: 100_000,
  exportPaths: 50,
  /** Parts of a dossier that is composed. */
  dossierParts: 100,
  /** Voices between which claims in common are counted: those that are origins of most. The answer says how many there are. */
  overlapVoices: 60,
  /** Voices beside which one is told at a glance, claims in each of its lists, and claims told with another voice. The answer says how many there are. */
  glanceVoices: 50,
  glanceClaims: 100,
  glanceTold: 10,
  /** Pairs of a sponsor and a target that are searched for what carries their links, and links of each; the answer says where there are more. */
  carriedPairs: 2_000,
  carriedLinks: 1_000,
  traceEnds: 500,
  tracePaths: TRACE_LIMITS.paths,
  /** Most claims over which roles are derived in the database. */
  asOfClaims: 20_000,
  /** Most claims from which an answer at a date is derived, where the case does not fit the memory set for the graph. */
  datedClaims: 10_000,
  /** Most records changed since that such an answer turns back, as recorded at a date. */
  datedChanges: 10_000,
  requestsPerMinute: 3_000,
  /** Heavy questions of one kind (`HEAVY_KINDS`) that one client may have under way or waiting. */
  heavyOfClient: 4,
  /** The same of all clients together. */
  heavyInAll: 64,
  /** How many of one kind are worked on at the same time; the others wait. */
  heavyAtOnce: 1,
  /** The same of traces: while one waits for the database another is searched or told. */
  tracesAtOnce: 2,
  /** Milliseconds that a heavy question may wait for its turn. */
  heavyWaitMs: 90_000,
  /** Milliseconds that a heavy question may take in all once its turn has come: others are answered in between, so it takes longer than its own work. */
  heavyAnswerMs: 30_000,
  /** Milliseconds that the search of a trace may take; it then answers with what it has. */
  traceSearchMs: 5_000,
  /** Milliseconds in which ready questions are asked of both sides of a comparison; those that are left are counted as not asked. */
  compareQuestionsMs: 10_000,
  /** Milliseconds in which watches are asked what changed; those that are left are said. */
  watchesMs: 10_000,
} as const;

type LimitName = keyof typeof API_LIMITS;
/** Arguments of zod's `max` for a limit of the API, so that a refusal names the limit. */
export const upTo = (name: LimitName): [number, string] => [API_LIMITS[name], beyond(name, API_LIMITS[name])];

/** The expression of a list of such items, without anchors; an item may be empty, and is then left out. */
function listPattern(item: z.ZodType): string {
  const { pattern, enum: words } = z.toJSONSchema(item, { io: 'input' });
  const one = words === undefined ? (pattern ?? '').replace(/^\^|\$$/g, '') : words.join('|');
  return `^(?:${one})?(?:,(?:${one})?)*$`;
}
/** The items of a comma-separated list. */
export const commaParts = (list: string): string[] => list.split(',').filter((part) => part.length > 0);
/** A list in a query string, comma-separated. */
export const commaList = <T extends z.ZodType<unknown, string>>(item: T) =>
  z
    .string()
    .meta({ pattern: listPattern(item) })
    .transform(commaParts)
    .pipe(z.array(item).max(...upTo('listedInQuery')));

const struckList = commaList(id).optional();
/** The clocks in a query string. */
export const clockQuery = {
  ...dates.shape,
  firmOnly: flag.optional(),
  withoutSources: struckList,
  withoutVoices: struckList,
  withoutClaims: struckList,
  withoutDatasets: struckList,
};

/** A number as JSON writes it; `Number` would take an empty text, too, and one in hexadecimal. */
const NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;
/** A whole number in a query string. A default is described in words: of an input that is made over, the JSON Schema leaves it out. */
export const queryNumber = (number: z.ZodInt) => z.preprocess((text) => (typeof text === 'string' && NUMBER.test(text) ? Number(text) : text), number);
export const limitQuery = (max: LimitName, usual: number) =>
  queryNumber(
    z
      .int()
      .min(1)
      .max(...upTo(max)),
  )
    .default(usual)
    .meta({ description: `${usual} where it is left out` });
export const offsetQuery = queryNumber(
  z
    .int()
    .min(0)
    .max(...upTo('offset')),
)
  .default(0)
  .meta({ description: '0 where it is left out' });
