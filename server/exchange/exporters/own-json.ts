/** Exports curated files of format `attest/1` in canonical form: one file for each dataset, records sorted, one line each, so that a diff shows each change. */
import { eachInSlices, type InSlices } from '../../domain/figures/in-slices.ts';
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
    const dataset = ctx.records.datasets.get(id) ?? { id };
    const text = yield* fileText(dataset, piece, make, datasets?.includes(id) ?? false);
    files.push({ name: fileOfDataset(id), mediaType: 'application/json', text });
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

/** @param whole whether the dataset is exported whole; only then are its questions written, because they are about the whole */
function* fileText(dataset: Dataset, piece: Piece, make: Make, whole: boolean): InSlices<string> {
  const own = dataset.id;
  const sections: [string, string[]][] = [
    ['voices', yield* lines(make.voices(piece.voices, own))],
    ['sources', yield* lines(make.sources(piece.sources, own))],
    ['entities', yield* lines(make.entities(piece.entities, own))],
    ['predicates', yield* lines(make.predicates(piece.predicates, own))],
    ['claims', yield* claimLines(piece, own, make)],
    ['rivals', yield* lines(make.rivals(piece.claims, own))],
    ['identities', yield* lines(make.identities(piece.entities, own))],
    ['questions', whole ? yield* lines(make.questions(own)) : []],
  ];
  const stubs: [string, string[]][] = [
    ['voices', yield* lines(make.stubs.voices(piece.stubs.voices, own))],
    ['sources', yield* lines(make.stubs.sources(piece.stubs.sources, own))],
    ['entities', yield* lines(make.stubs.entities(piece.stubs.entities, own))],
  ];
  const members = [`"format": "attest/1"`, `"dataset": ${line(make.dataset(dataset))}`];
  for (const [name, records] of sections) if (records.length > 0) members.push(section(name, records, INDENT));
  const filled = stubs.filter(([, records]) => records.length > 0);
  if (filled.length > 0) {
    const parts = filled.map(([name, records]) => INDENT.repeat(2) + section(name, records, INDENT.repeat(2)));
    members.push(`"stubs": {\n${parts.join(',\n')}\n${INDENT}}`);
  }
  return `{\n${members.map((member) => INDENT + member).join(',\n')}\n}\n`;
}

function section(name: string, records: readonly string[], indent: string): string {
  return `"${name}": [\n${records.map((text) => indent + INDENT + text).join(',\n')}\n${indent}]`;
}

/** A stub stands in the file of the dataset that defines the record, so that importing both gives one record. */
export function datasetsOfFiles({ datasets, stubs }: Piece, records: Records): string[] {
  const all = new Set(datasets);
  for (const id of stubs.entities) all.add(records.entities.get(id)?.dataset ?? '');
  for (const id of stubs.sources) all.add(records.sources.get(id)?.dataset ?? '');
  for (const id of stubs.voices) all.add(records.voices.get(id)?.dataset ?? '');
  return [...all].filter((id) => id !== '').sort();
}

function* claimLines(piece: Piece, own: string, make: Make): InSlices<string[]> {
  const perClaim = yield* eachInSlices(piece.claims, (id) => {
    const cited = (piece.citations.get(id) ?? []).filter((citation: Citation) => citation.dataset === own);
    if (cited.length === 0) return [];
    const head = line(make.claim(id)).replace(/ \}$/, '');
    const citations = cited.map((citation) => line(make.citation(citation))).sort();
    return [`${head}, "citations": [\n${citations.map((text) => INDENT.repeat(3) + text).join(',\n')}\n${INDENT.repeat(2)}] }`];
  });
  return perClaim.flat();
}

function lines(records: readonly FileRecord[]): InSlices<string[]> {
  return eachInSlices(records, line);
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
