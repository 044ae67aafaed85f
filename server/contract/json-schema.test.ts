/** The committed JSON Schema is the one the contract gives, and the curated files name it. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { attestJsonSchema, SCHEMA_FILE } from './json-schema.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

test('the committed schema is current (npm run schema writes it)', () => expect(readFileSync(join(root, SCHEMA_FILE), 'utf8')).toBe(attestJsonSchema()));

test('it is draft 2020-12, closed, and asks for nothing but the format', () => {
  const schema: Record<string, unknown> = JSON.parse(attestJsonSchema());
  expect(schema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema');
  expect(schema['additionalProperties']).toBe(false);
  expect(schema['required']).toEqual(['format']);
});

test('every curated file that names a schema names one that is there', () => {
  for (const folder of ['fixtures/vocabulary', 'fixtures/cases/iran-plots']) {
    for (const name of readdirSync(join(root, folder)).filter((file) => file.endsWith('.json'))) {
      const { $schema }: { $schema?: string } = JSON.parse(readFileSync(join(root, folder, name), 'utf8'));
      if ($schema !== undefined) expect(existsSync(resolve(dirname(join(root, folder, name)), $schema)), `${folder}/${name}`).toBe(true);
    }
  }
});
