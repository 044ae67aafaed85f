/** Writes the published JSON Schemas from the contract, so that editors complete and check a file by its `$schema`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jsonSchema, SCHEMA_NAMES, schemaFile } from '../server/contract/json-schema.ts';

for (const name of SCHEMA_NAMES) {
  const path = fileURLToPath(new URL(`../${schemaFile(name)}`, import.meta.url));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, jsonSchema(name));
  process.stdout.write(`Wrote ${schemaFile(name)}\n`);
}
