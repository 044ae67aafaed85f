/** The mapping of a table in German whose rows join a person to an organization, for tests. */
import type { ClaimsMapping } from '../../contract/table-mapping.ts';

export const mappingOfLinks = (heads: string[]): Omit<ClaimsMapping, 'predicate'> => ({
  heads,
  rows: 'claims',
  ends: 'names',
  subject: 'Von',
  object: 'An',
  objectIs: 'entity',
  subjectType: { fixed: 'Person' },
  objectType: { fixed: 'Organization' },
});
