/** Cached queries of the texts of sources, and the writing of one. */
import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { convertFile, deleteText, keepPassages, listTexts, putText, readPassages, readText, readTextNames } from '../../server/contract/routes/texts.ts';
import { type Answer, call, callWithFile } from './call.ts';

export type TextSummary = z.output<typeof listTexts.response>['texts'][number];
export type TextRead = z.output<typeof readText.response>;
export type PassageRead = z.output<typeof readPassages.response>['passages'][number];
export type NamesRead = z.output<typeof readTextNames.response>;

export const textsQuery = () => queryOptions({ queryKey: ['texts'], queryFn: ({ signal }) => call(listTexts, { signal }) });
export const textQuery = (source: string) =>
  queryOptions({ queryKey: ['text', source], queryFn: ({ signal }) => call(readText, { params: { id: source }, signal }) });
export const passagesQuery = (source: string) =>
  queryOptions({ queryKey: ['passages', source], queryFn: ({ signal }) => call(readPassages, { params: { id: source }, signal }) });
/** Names are a help: where they cannot be found, the text is read without them. */
export const textNamesQuery = (source: string) =>
  queryOptions({ queryKey: ['text-names', source], retry: false, queryFn: ({ signal }) => call(readTextNames, { params: { id: source }, signal }) });

export interface TextToKeep {
  source: string;
  text: string;
  language: string;
  /** Of the text that is replaced; 0 where there was none. */
  revision: number;
  /** Id of the write: sent again it is applied once. */
  operation: string;
}
export const keepText = ({ source, ...body }: TextToKeep): Promise<Answer<typeof putText>> => call(putText, { params: { id: source }, body });
export const removeText = (source: string, revision: number, operation: string): Promise<Answer<typeof deleteText>> =>
  call(deleteText, { params: { id: source }, query: { revision, operation } });
/** Says of orphans that their passage does stand in the paragraph they name. */
export const keepOrphans = (source: string, citations: string[], revision: number): Promise<Answer<typeof keepPassages>> =>
  call(keepPassages, { params: { id: source }, body: { citations, revision, operation: crypto.randomUUID() } });
/** The text of a file; nothing is kept. */
export const textOfFile = (file: File): Promise<Answer<typeof convertFile>> => callWithFile(convertFile, file);
