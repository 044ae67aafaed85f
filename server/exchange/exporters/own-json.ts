/** Exports curated files of format `attest/1` in canonical form: one file for each dataset, records sorted, one line each, so that a diff shows each change. */
import type { InSlices } from '../../domain/figures/in-slices.ts';
import type { Citation, Dataset, Records } from '../../domain/model/records.ts';
import type { Piece } from '../../domain/publishing/piece.ts';
import { sourceVisibleAt } from '../../domain/dates/visibility.ts';
import type { ExportFile, ExportInput, Exporter } from '../format.ts';
import { printedFile } from '../printed-lines.ts';
import { fileRecords, type FileRecord } from './own-json-records.ts';

/** A claim has line breaks after its proposition: each citation has its own line. */
const INDENT = '  ';

function* write({ ctx, datasets, view, gate, losses }: ExportInput): InSlices<ExportFile[]> {
  const { piece } = gate;
  const nameVisible = view.clocks ? sourceVisibleAt(ctx.records.sources, view.clocks) : undefined;
  const make = fileRecords(ctx.records, nameVisible);
  const files: ExportFile[] = [];
  for (const id of datasetsOfFiles(piece, ctx.records)) {
    yield;
    const dataset = ctx.records.datasets.get(id) ?? { id };
    const whole = datasets?.includes(id) ?? false;
    files.push({ name: fileOfDataset(id), mediaType: 'application/json', text: () => fileText(dataset, piece, make, whole) });
  }
  files.push(printedFile(gate.printed, losses));
  return files.sort((a, b) => (a.name < b.name ? -1 : 1));
}

export const ownJson: Exporter = {
  format: 'own-json',
  label: 'Own JSON (attest/1)',
  loses: ['laterNames', 'partRivals', 'partIdentities', 'stubs'],
  write,
};

type Make = ReturnType<typeof fileRecords>;

/** Lines of records that are made while they are taken; some are empty. */
type Lines = Iterable<string>;

/** @param whole whether the dataset is exported whole; only then are its questions written, because they are about the whole */
function* fileText(dataset: Dataset, piece: Piece, make: Make, whole: boolean): Generator<string, void> {
  const own = dataset.id;
  const sections: [string, Lines][] = [
    ['voices', lines(piece.voices, (id) => make.voices([id], own))],
    ['sources', lines(piece.sources, (id) => make.sources([id], own))],
    ['entities', lines(piece.entities, (id) => make.entities([id], own))],
    ['predicates', lines(piece.predicates, (id) => make.predicates([id], own))],
    ['claims', claimLines(piece, own, make)],
    ['rivals', make.rivals(piece.claims, own).map(line)],
    ['identities', make.identities(piece.entities, own).map(line)],
    ['questions', whole ? make.questions(own).map(line) : []],
  ];
  const stubs: [string, Lines][] = [
    ['voices', lines(piece.stubs.voices, (id) => make.stubs.voices([id], own))],
    ['sources', lines(piece.stubs.sources, (id) => make.stubs.sources([id], own))],
    ['entities', lines(piece.stubs.entities, (id) => make.stubs.entities([id], own))],
  ];
  yield `{\n${INDENT}"format": "attest/1",\n${INDENT}"dataset": ${line(make.dataset(dataset))}`;
  for (const [name, records] of sections) yield* section(name, records, { before: ',\n', indent: INDENT });
  let hasStubs = false;
  for (const [name, records] of stubs) {
    for (const part of section(name, records, { before: hasStubs ? ',\n' : `,\n${INDENT}"stubs": {\n`, indent: INDENT.repeat(2) })) {
      hasStubs ||= part !== '';
      yield part;
    }
  }
  yield hasStubs ? `\n${INDENT}}\n}\n` : '\n}\n';
}

/**
 * A member that lists records, or nothing where there are none.
 * @param at what stands before it, and its indent
 */
function* section(name: string, records: Lines, { before, indent }: { before: string; indent: string }): Generator<string, void> {
  let isEmpty = true;
  for (const text of records) {
    if (text === '') {
      yield '';
      continue;
    }
    yield `${isEmpty ? `${before}${indent}"${name}": [\n` : ',\n'}${indent}${INDENT}${text}`;
    isEmpty = false;
  }
  if (!isEmpty) yield `\n${indent}]`;
}

/** A stub stands in the file of the dataset that defines the record, so that importing both gives one record. */
export function datasetsOfFiles({ datasets, stubs }: Piece, records: Records): string[] {
  const all = new Set(datasets);
  for (const id of stubs.entities) all.add(records.entities.get(id)?.dataset ?? '');
  for (const id of stubs.sources) all.add(records.sources.get(id)?.dataset ?? '');
  for (const id of stubs.voices) all.add(records.voices.get(id)?.dataset ?? '');
  return [...all].filter((id) => id !== '').sort();
}

function* claimLines(piece: Piece, own: string, make: Make): Generator<string, void> {
  for (const id of piece.claims) {
    const cited = (piece.citations.get(id) ?? []).filter((citation: Citation) => citation.dataset === own);
    if (cited.length === 0) {
      yield '';
      continue;
    }
    const head = line(make.claim(id)).replace(/ \}$/, '');
    const citations = cited.map((citation) => line(make.citation(citation))).sort();
    yield `${head}, "citations": [\n${citations.map((text) => INDENT.repeat(3) + text).join(',\n')}\n${INDENT.repeat(2)}] }`;
  }
}

/** @param of the record of an id, where it is one of the dataset */
function* lines(ids: readonly string[], of: (id: string) => readonly FileRecord[]): Generator<string, void> {
  for (const id of ids) yield of(id).map(line).join('');
}

/** One record on one line: `{ "id": "a", "names": ["b"] }`. Members with the value undefined are left out. */
function line(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(line).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return members.length === 0 ? '{}' : `{ ${members.map(([key, member]) => `${JSON.stringify(key)}: ${line(member)}`).join(', ')} }`;
}

/** The file of a dataset. Colons are not allowed everywhere. */
export function fileOfDataset(dataset: string): string {
  return `${dataset.replaceAll(':', '_')}.json`;
}
