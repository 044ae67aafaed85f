/** What is stored, raw: the statements `verify` compares with what should be. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';

const list = z.array(z.string());
const props = z.record(z.string(), z.unknown());
const read = <R extends z.ZodType>(stem: string, row: R) =>
  defineQuery({ file: `read/audit-${stem}.cypher`, mode: 'READ', params: z.strictObject({ rev: z.int() }), row });

export const auditClaims = read('claims', z.object({ id: z.string(), props, ends: z.array(z.tuple([z.string(), z.int(), z.string()])), citations: list }));
export const auditSegments = read('segments', z.object({ type: z.string(), from: z.string(), to: z.string(), props }));
export const auditCitations = read('citations', z.object({ id: z.string(), props, claims: list, sources: list, roots: list, via: list }));
export const auditSources = read('sources', z.object({ id: z.string(), voices: list, carries: z.array(z.tuple([z.string(), z.string()])) }));
export const auditEntities = read('entities', z.object({ id: z.string(), labels: list, props }));
export const auditRivals = read('rivals', z.object({ id: z.string(), claims: list }));
export const auditVersions = read('versions', z.object({ key: z.string(), why: z.string() }));
export const auditStaged = read('staged', z.object({ nodes: z.int(), staging: z.int() }));
