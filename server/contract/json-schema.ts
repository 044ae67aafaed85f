/** The published JSON Schemas (draft 2020-12), generated from their zod shapes: curated files, mappings of tables, and the extension of STIX. */
import { z } from 'zod';
import { attestFile } from './file-format.ts';
import { stixExtension } from './stix-extension.ts';
import { tableMappings } from './table-mapping.ts';

/** Rules that JSON Schema cannot express (unknown ids, the ladder, dates) are checked by the import. */
const SHAPES = {
  'attest-1': {
    title: 'attest/1',
    description: 'A curated file: sources, voices, entities and claims with the passages that say them.',
    shape: attestFile,
  },
  'attest-mapping-1': {
    title: 'attest-mapping/1',
    description: 'What the columns of tables of other programs mean, for each table by the names in its head.',
    shape: tableMappings,
  },
  'attest-stix-extension-1': {
    title: 'Property extension of STIX by Attest, version 1',
    description: 'What an object of STIX 2.1 holds under the id of the extension: the record of Attest that it was made of.',
    shape: stixExtension,
  },
} as const;
export type SchemaName = keyof typeof SHAPES;
export const SCHEMA_NAMES = Object.keys(SHAPES) as SchemaName[];

/** Path of a committed schema, from the root of the repository. */
export const schemaFile = (name: SchemaName): string => `fixtures/schema/${name}.schema.json`;

/** The text of a committed schema. */
export function jsonSchema(name: SchemaName): string {
  const { title, description, shape } = SHAPES[name];
  const { $schema, ...rest } = z.toJSONSchema(shape, { target: 'draft-2020-12', io: 'input' });
  return `${JSON.stringify({ $schema, title, description, ...rest }, null, 2)}\n`;
}
