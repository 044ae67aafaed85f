/** The JSON Schema (draft 2020-12) of `attest/1`, generated from its zod shapes. */
import { z } from 'zod';
import { attestFile } from './file-format.ts';

/** Where it is committed, from the root. */
export const SCHEMA_FILE = 'fixtures/schema/attest-1.schema.json';

/** The text of the committed file. Rules that JSON Schema cannot say (unknown ids, the ladder, dates) are the import's. */
export function attestJsonSchema(): string {
  const schema = z.toJSONSchema(attestFile, { target: 'draft-2020-12', io: 'input' });
  const { $schema, ...rest } = schema;
  return `${JSON.stringify({ $schema, title: 'attest/1', description: 'A curated file: sources, voices, entities and claims with the passages that say them.', ...rest }, null, 2)}\n`;
}
