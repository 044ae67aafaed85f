/** What of a planned import is chosen: its rows by what they do, those that cannot be written, and what stays out. */
import type { ImportReport, ImportRow } from '../../../server/contract/routes/imports.ts';
import type { RecordPlace } from '../../api/queries-imports.ts';

export const FILTERS = ['all', 'new', 'changed', 'removed', 'refused'] as const;
export const EFFECTS = ['gains', 'losses'] as const;
export type RowFilter = (typeof FILTERS)[number] | (typeof EFFECTS)[number];
export type Fault = ImportReport['leftOut'][number];

/** A record that cannot be written as it stands, or refers to one that cannot. */
export interface RefusedRow {
  key: string;
  place: RecordPlace;
  faults: Fault[];
  /** Whether it has no fault of its own, and comes in with what it refers to. */
  rests: boolean;
}

export const rowKey = ({ kind, id }: Pick<ImportRow, 'kind' | 'id'>): string => `${kind}/${id}`;

/** Only what stands in a file can be left out; what is taken away or changes with others comes with the rest. */
export const isChosenAlone = ({ places }: Pick<ImportRow, 'places'>): boolean => places.length > 0;

const RECORD = /^\/[a-z]+\/\d+/;

/** The records that are at fault, by file and place, without those that the reader left out; what is of no record stands at the top of its file. */
export function refusedRows(leftOut: readonly Fault[]): RefusedRow[] {
  const rows = new Map<string, RefusedRow>();
  for (const fault of leftOut) {
    if (fault.code === 'left-out') continue;
    for (const { file, pointer } of fault.places ?? [fault]) {
      const place = { file: file ?? '', pointer: RECORD.exec(pointer ?? '')?.[0] ?? '' };
      const key = `${place.file}#${place.pointer}`;
      const row = rows.get(key) ?? { key, place, faults: [], rests: true };
      row.faults.push(fault);
      row.rests &&= fault.code === 'rests-on-left-out';
      rows.set(key, row);
    }
  }
  return [...rows.values()];
}

/** A claim that was there gains where it gets firmer or has more origins, and is contested no more; it loses in the opposite case. */
export function effectOf({ told }: Pick<ImportRow, 'told'>): { gains: boolean; losses: boolean } {
  const before = told?.before;
  if (!told || !before) return { gains: false, losses: false };
  const { after } = told;
  const more = [
    after.rank - before.rank,
    after.origins - before.origins,
    after.uninvolvedOrigins - before.uninvolvedOrigins,
    Number(before.contested) - Number(after.contested),
  ];
  return { gains: more.some((by) => by > 0), losses: more.some((by) => by < 0) };
}

export function passes(row: ImportRow, filter: RowFilter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'refused':
      return false;
    case 'changed':
      return row.did === 'changed' || row.did === 'affected';
    case 'gains':
    case 'losses':
      return effectOf(row)[filter];
    default:
      return row.did === filter;
  }
}

export const isFound = (text: string, search: string): boolean => text.toLocaleLowerCase().includes(search.trim().toLocaleLowerCase());

/** The places of the rows that are not ticked. */
export const leftOutOf = (rows: readonly ImportRow[], unticked: ReadonlySet<string>): RecordPlace[] =>
  rows.filter((row) => isChosenAlone(row) && unticked.has(rowKey(row))).flatMap(({ places }) => places);

/** Which records stay out because they refer to what the reader left out: they could be written before. */
export function restingOnChoice(planned: readonly RefusedRow[], leftOut: readonly Fault[]): RefusedRow[] {
  const known = new Set(planned.map(({ key }) => key));
  return refusedRows(leftOut).filter(({ key }) => !known.has(key));
}
