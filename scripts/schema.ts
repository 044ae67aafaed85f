/** Writes the JSON Schema of the curated file from the contract, so that editors complete and check a file by its `$schema`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { attestJsonSchema, SCHEMA_FILE } from '../server/contract/json-schema.ts';

const path = fileURLToPath(new URL(`../${SCHEMA_FILE}`, import.meta.url));
mkdirSync(dirname(path), { recursive: true });
writeFileSync(path, attestJsonSchema());
process.stdout.write(`Wrote ${SCHEMA_FILE}\n`);
