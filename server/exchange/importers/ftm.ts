/** Reads entities of FollowTheMoney: JSON lines, a list of entities or a single one. */
import type { ForeignRecord, Importer } from './format.ts';
import { convertFtm } from './ftm/convert-ftm.ts';
import { isFtmRecord } from './ftm/ftm-records.ts';

function recordsIn(value: unknown): ForeignRecord[] | undefined {
  if (isFtmRecord(value)) return [{ value, place: { words: 'entity 1', pointer: '' } }];
  if (!Array.isArray(value) || !isFtmRecord(value[0])) return undefined;
  return value.map((one: unknown, i) => ({ value: one, place: { words: `entity ${i + 1}`, pointer: `/${i}` } }));
}

export const ftmEntities: Importer = {
  format: 'ftm-entities',
  label: 'entities of FollowTheMoney (JSON lines, or a list)',
  isRecord: isFtmRecord,
  recordsIn,
  convert: convertFtm,
};
