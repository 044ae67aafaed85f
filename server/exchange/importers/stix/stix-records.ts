/** Reads a bundle of STIX 2.1 through our extension: the records as they were exported, one curated file for each dataset. */
import type { RecordKind } from '../../../domain/model/lists.ts';
import { ATTEST_ID, EXTENSION_ID } from '../../stix/stix-ids.ts';
import { FileBuilder, KIND_OF_LIST, type ListName } from '../file-builder.ts';
import { isObject, textsOf, type Fields } from '../foreign-values.ts';
import type { Conversion, ConvertInput, ForeignPlace, Taken } from '../format.ts';
import { NotTakenList } from '../not-taken.ts';
import { faultOfObject } from './object-faults.ts';

/** What our extension holds of an object, where it has one. */
export function heldBy(value: unknown): Fields | undefined {
  const extensions = isObject(value) ? value['extensions'] : undefined;
  const held = isObject(extensions) ? extensions[EXTENSION_ID] : undefined;
  return isObject(held) ? held : undefined;
}

const LIST_OF_KIND: ReadonlyMap<unknown, ListName> = new Map([
  ['entity', 'entities'],
  ['voice', 'voices'],
  ['source', 'sources'],
] as const);
/** Lists that the grouping of the whole holds for each dataset. */
const HELD_LISTS = ['predicates', 'rivals', 'identities', 'questions'] as const satisfies readonly ListName[];
const HELD_STUBS = { stub_voices: 'voices', stub_sources: 'sources', stub_entities: 'entities' } as const;

const STRANGER = 'it stands beside records of Attest, and holds none itself';
const NO_RECORD = 'its extension of Attest does not hold a record';
const DETACHED = 'it is a part of a claim that is not in the file';

export function readStixRecords({ records: objects }: ConvertInput): Conversion {
  const files = new Map<string, FileBuilder>();
  const taken: Taken[] = [];
  const rejected = new NotTakenList();
  /** Where a claim was put, by its id; its parts are taken with it. */
  const claims = new Map<string, Taken>();
  const parts: { claim: unknown; place: ForeignPlace }[] = [];
  const wholes: ForeignPlace[] = [];
  const fileOf = (dataset: string): FileBuilder => {
    const known = files.get(dataset) ?? new FileBuilder(dataset, { dataset: { id: dataset } });
    files.set(dataset, known);
    return known;
  };
  const numberOf = (dataset: string) => [...files.keys()].indexOf(dataset);
  const put = (list: ListName, record: Fields, { dataset, place }: { dataset: string; place: ForeignPlace }): Taken => {
    const pointer = fileOf(dataset).add(list, record, place);
    return { file: numberOf(dataset), pointer, kind: KIND_OF_LIST[list], id: String(record['id']) };
  };
  for (const { value, place } of objects) {
    const fault = faultOfObject(value);
    const held = heldBy(value);
    if (fault !== undefined) rejected.add(fault, place);
    else if (!held) {
      const isOurs = isObject(value) && (value['id'] === EXTENSION_ID || value['id'] === ATTEST_ID);
      if (isOurs) wholes.push(place);
      else rejected.add(STRANGER, place);
    } else if (held['kind'] === 'piece') {
      wholes.push(place);
      for (const file of textsOf(held['files'])) readFile(file, place);
    } else if (held['kind'] === 'segment' || held['kind'] === 'dispute') parts.push({ claim: held['claim'], place });
    else if (held['kind'] === 'claim') {
      const made = readClaim(held, place);
      if (made) taken.push(made);
      else rejected.add(NO_RECORD, place);
    } else {
      const list = LIST_OF_KIND.get(held['kind']);
      const { dataset, record } = held;
      if (list && typeof dataset === 'string' && isObject(record)) taken.push(put(list, record, { dataset, place }));
      else rejected.add(NO_RECORD, place);
    }
  }
  for (const { claim, place } of parts) {
    const whole = claims.get(String(claim));
    if (whole) taken.push(whole);
    else rejected.add(DETACHED, place);
  }
  const [first] = files.keys();
  const kind: RecordKind = 'dataset';
  for (const place of wholes) {
    if (first === undefined) rejected.add('it belongs to an export of Attest, of which no record is in the file', place);
    else taken.push({ file: 0, pointer: '/dataset', kind, id: first });
  }
  return { files: [...files.values()].map((file) => file.built()), read: objects.length, taken, rejected: rejected.list(), lost: [] };

  /** The head of a dataset, and what stands in no object of its own. */
  function readFile(file: unknown, place: ForeignPlace): void {
    const head = isObject(file) ? file['dataset'] : undefined;
    const dataset = isObject(head) ? head['id'] : undefined;
    if (!isObject(file) || typeof dataset !== 'string') return;
    const builder = fileOf(dataset);
    builder.setHead({ dataset: head }, place);
    for (const list of HELD_LISTS) for (const record of textsOf(file[list])) builder.add(list, record, place);
    for (const [held, list] of Object.entries(HELD_STUBS)) if (file[held] !== undefined) builder.setStubs(list, file[held]);
  }

  /** A claim stands in the file of each dataset that cites it; where several do, the first has it. */
  function readClaim(held: Fields, place: ForeignPlace): Taken | undefined {
    const { record } = held;
    const cited = new Map<string, unknown[]>();
    for (const one of textsOf(held['citations'])) {
      if (!isObject(one) || typeof one['dataset'] !== 'string' || !isObject(one['record'])) return undefined;
      const own = cited.get(one['dataset']) ?? [];
      cited.set(one['dataset'], own);
      own.push(one['record']);
    }
    if (!isObject(record) || cited.size === 0) return undefined;
    const made = [...cited].map(([dataset, citations]) => put('claims', { ...record, citations }, { dataset, place }));
    const [main] = made;
    if (main) claims.set(main.id, main);
    return main;
  }
}
