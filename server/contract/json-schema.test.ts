/** The committed JSON Schema equals the one generated from the contract, and the curated files refer to it. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { jsonSchema, SCHEMA_NAMES, schemaFile } from './json-schema.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

test.each(SCHEMA_NAMES)('the committed schema %s is current (npm run schema writes it)', (name) =>
  expect(readFileSync(join(root, schemaFile(name)), 'utf8')).toBe(jsonSchema(name)),
);

test('that of a curated file is draft 2020-12, allows no unknown fields, and requires only the format', () => {
  const schema: Record<string, unknown> = JSON.parse(jsonSchema('attest-1'));
  expect(schema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema');
  expect(schema['additionalProperties']).toBe(false);
  expect(schema['required']).toEqual(['format']);
});

test('every schema that a curated file names exists', () => {
  const named = ['fixtures/vocabulary', 'fixtures/cases/iran-plots', 'fixtures/cases/demonstration'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((file) => file.endsWith('.json'))
      .map((name) => {
        const { $schema }: { $schema?: string } = JSON.parse(readFileSync(join(root, folder, name), 'utf8'));
        return { path: `${folder}/${name}`, schema: $schema === undefined ? undefined : resolve(dirname(join(root, folder, name)), $schema) };
      }),
  );
  expect(named.filter(({ schema }) => schema !== undefined && !existsSync(schema))).toEqual([]);
});
