/** Writes whole cases: a new one, its name and header, a copy, its removal. */
import { queryOptions } from '@tanstack/react-query';
import { copyCase, removeCase, sizeCase } from '../../server/contract/routes/cases.ts';
import { type ChangeReport, commitChange } from '../../server/contract/routes/changes.ts';
import { readStats } from '../../server/contract/routes/stats.ts';
import { call } from './call.ts';
import { untilAnswered } from './until-answered.ts';

/** The header of a case. */
export interface CaseHeader {
  id: string;
  title: string;
  curator?: string;
  licence?: string;
  description?: string;
  knowledgeUntil?: { edtf: string; basis: 'stated' | 'inferred' | 'outside' };
}
export interface SignedCase {
  who: string;
  why: string;
  /** Id of the write: sent again it is applied once. */
  operation: string;
}

/** Makes a case, or writes its header anew. @param revision at which the header was read; absent: as it is now */
export async function writeCase(dataset: CaseHeader, signed: SignedCase, revision?: number): Promise<ChangeReport> {
  const at = revision ?? (await call(readStats, {})).revision;
  return call(commitChange, { body: { ...signed, dataset: dataset.id, revision: at, records: { dataset } } });
}
export const sendCopy = (id: string, copy: { dataset: string; title: string }, signed: SignedCase): Promise<ChangeReport> =>
  untilAnswered(() => call(copyCase, { params: { id }, body: { ...signed, ...copy } }));
export const sendRemoval = (id: string, records: number, signed: SignedCase): Promise<ChangeReport> =>
  untilAnswered(() => call(removeCase, { params: { id }, body: { ...signed, records } }));
export const caseSizeQuery = (id: string) => queryOptions({ queryKey: ['case-size', id], queryFn: ({ signal }) => call(sizeCase, { params: { id }, signal }) });
