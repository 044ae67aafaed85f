/** The form of a question is complete: everything that a question of its kind may say has a field. */
import { expect, it } from 'vitest';
import { z } from 'zod';
import { fileQuestion } from '../../../../server/contract/file-format.ts';
import { type Field, fieldsFor } from './fields.ts';

const SHAPES = new Map(fileQuestion.options.map((option) => [option.shape.kind.value as string, option.shape as Record<string, z.ZodType>]));
const unwrapped = (schema: z.ZodType | undefined): unknown => (schema instanceof z.ZodOptional ? schema.unwrap() : schema);
const missingIn = (shape: Record<string, z.ZodType>, fields: readonly Field[], place = ''): string[] =>
  Object.entries(shape).flatMap(([name, schema]) => {
    const field = fields.find((one) => one.name === name);
    if (!field) return [`${place}${name}`];
    const inner = unwrapped(schema);
    return inner instanceof z.ZodObject && field.control.is === 'group'
      ? missingIn(inner.shape as Record<string, z.ZodType>, field.control.fields, `${place}${name}/`)
      : [];
  });

it.each([...SHAPES.keys()])('a question of kind %s', (kind) => {
  // A saved set is chosen where it is shown, and no record of the case.
  expect(missingIn(SHAPES.get(kind)!, fieldsFor('question', { kind })).filter((place) => !place.endsWith('/savedSet'))).toEqual([]);
});
