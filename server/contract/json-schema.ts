/** The JSON Schema (draft 2020-12) of `attest/1`, generated from its zod shapes. */
import { z } from 'zod';
import { attestFile } from './file-format.ts';

/** Path of the committed schema, from the root of the repository. */
export const SCHEMA_FILE = 'fixtures/schema/attest-1.schema.json';

/** The text of the committed schema. Rules that JSON Schema cannot express (unknown ids, the ladder, dates) are checked by the import. */
export function attestJsonSchema(): string {
  const schema = z.toJSONSchema(attestFile, { target: 'draft-2020-12', io: 'input' });
  const { $schema, ...rest } = schema;
  return `${JSON.stringify({ $schema, title: 'attest/1', description: 'A curated file: sources, voices, entities and claims with the passages that say them.', ...rest }, null, 2)}\n`;
}
