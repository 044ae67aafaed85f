/** The statements that bring records as recorded: by id, by what they belong to, or all. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';

const list = z.array(z.string());
const json = z.object({ json: z.string() });
const all = z.strictObject({ rev: z.int() });
const byIds = z.strictObject({ rev: z.int(), ids: list });
const read = <P extends z.ZodType, R extends z.ZodType>(stem: string, params: P, row: R) =>
  defineQuery({ file: `read/${stem}.cypher`, mode: 'READ', params, row });

export const allClaims = read('load-all-claims', all, json);
export const allCitations = read('load-all-citations', all, json);
export const allDatasets = read('load-all-datasets', all, json);
export const allVoices = read('load-all-voices', all, json);
export const allSources = read('load-all-sources', all, json);
export const allEntities = read('load-all-entities', all, json);
export const allPredicates = read('load-all-predicates', all, json);
export const allRivals = read('load-all-rivals', all, json);
export const allIdentities = read('load-all-identities', all, json);
export const allQuestions = read('load-all-questions', all, json);

export const claimsById = read('load-claims', byIds, json);
export const citationsOfClaims = read('load-citations', z.strictObject({ rev: z.int(), claims: list }), json);
export const citationsById = read('load-citations-by-id', byIds, json);
export const datasetsById = read('load-datasets', byIds, json);
export const voicesById = read('load-voices', byIds, json);
/** With every source whose text they carry. */
export const sourcesWithChains = read('load-sources', byIds, json);
export const entitiesById = read('load-entities', byIds, json);
export const predicatesById = read('load-predicates', byIds, json);
export const rivalsOfClaims = read('load-rivals', z.strictObject({ rev: z.int(), claims: list }), json);
export const rivalsById = read('load-rivals-by-id', byIds, json);
export const identitiesOfEntities = read('load-identities', z.strictObject({ rev: z.int(), entities: list }), json);
export const identitiesById = read('load-identities-by-id', byIds, json);
export const questionsById = read('load-questions', byIds, json);

export const revisionAt = read('read-revision-at', z.strictObject({ rev: z.int(), at: z.string() }), z.object({ revision: z.int() }));
export const versionsAt = read('load-versions-at', all, z.object({ kind: z.string(), json: z.string() }));
export const laterRecords = read('list-later-records', z.strictObject({ rev: z.int(), after: z.int() }), z.object({ label: z.string(), id: z.string() }));
export const countVersionsAt = read('count-versions-at', all, z.object({ claims: z.int() }));
