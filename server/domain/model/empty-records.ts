/** Empty `Records`, for the caller to fill. */
import type { Records } from './records.ts';

export function emptyRecords(): Records {
  return {
    datasets: new Map(),
    voices: new Map(),
    sources: new Map(),
    entities: new Map(),
    predicates: new Map(),
    claims: new Map(),
    citations: new Map(),
    rivals: [],
    identities: [],
    questions: new Map(),
  };
}
