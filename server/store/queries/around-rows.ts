/** The statements that find what lies around claims: bodies above and below, accusations, lineage. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';

const list = z.array(z.string());
const id = z.object({ id: z.string() });
const edge = z.object({ lower: z.string(), upper: z.string(), claim: z.string() });
const read = <P extends z.ZodRawShape, R extends z.ZodType>(stem: string, params: P, row: R) =>
  defineQuery({ file: `read/${stem}.cypher`, mode: 'READ', params: z.strictObject({ rev: z.int(), ...params }), row });

export const edgesAbove = read('list-edges-above', { ids: list }, edge);
export const edgesBelow = read('list-edges-below', { ids: list }, edge);
export const accusationsAt = read('list-accusations', { sources: list, except: list }, z.object({ source: z.string(), by: z.string() }));
export const standingAmong = read('list-standing', { ids: list }, id);
export const carriersOf = read('list-carriers', { ids: list }, id);
export const sourcesOfVoices = read('list-sources-of-voices', { voices: list }, id);
export const claimsOnSources = read('list-claims-on-sources', { sources: list }, id);
export const claimsRootedAt = read('list-claims-rooted-at', { sources: list }, id);
export const claimsHaving = read('list-claims-having', { entities: list }, id);
export const claimsByPredicate = read('list-claims-by-predicate', { predicates: list }, id);
export const claimsOfCases = read('list-claims-of-cases', { levels: list, cases: list }, id);
