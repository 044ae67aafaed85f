/** Whatever is wrong in a curated file or a request, at every place that the contract has: the fault has a field, a reason and a remedy. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { describeIssues, TEXT_REMEDIES } from './describe-issues.ts';
import { attestFile } from './file-format.ts';
import { ROUTES } from './routes.ts';
import { viewLink } from './view-link.ts';

/** Values of every kind; most are wrong at most places. */
const VALUES: readonly unknown[] = [
  null,
  true,
  -1,
  1.5,
  1e15,
  '',
  ' ',
  'x',
  'A b',
  '-1',
  'a\nb',
  '\u202Ea',
  '\u0000',
  '05/07/2022',
  '2024-06-30T12:00:00',
  'xx-nonsense-123',
  'none',
  'https://a:b@c.example/ d',
  'x'.repeat(5_000),
  'a,B b,c',
  [],
  [7],
  ['A b'],
  {},
  { nonsense: 1 },
];
/** What zod says where nobody gave it words. */
const UNSAID = /Invalid|undefined|\[object|ZodError|something else|too (?:big|small)/i;

type Schema = z.core.$ZodType;
/** Values with one place that is wrong; lists and unions are looked into, and a schema that stands at several places at the first of them. */
function* faulty(schema: Schema, seen = new Set<Schema>()): Generator<unknown> {
  if (seen.has(schema)) return;
  seen.add(schema);
  yield* VALUES;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) yield* faulty(schema.unwrap(), seen);
  else if (schema instanceof z.ZodPipe) {
    yield* faulty(schema.in, seen);
    yield* faulty(schema.out, seen);
  } else if (schema instanceof z.ZodUnion) for (const option of schema.options) yield* faulty(option, seen);
  else if (schema instanceof z.ZodArray) {
    // Longer than a list of a record may be.
    yield Array.from({ length: 1_001 }, () => 'a');
    for (const item of faulty(schema.element, seen)) yield [item];
  } else if (schema instanceof z.ZodTuple) for (const part of schema.def.items) for (const value of faulty(part, seen)) yield [value];
  else if (schema instanceof z.ZodObject) {
    const fixed = Object.fromEntries(
      Object.entries(schema.shape as Record<string, Schema>).flatMap(([key, field]) => (field instanceof z.ZodLiteral ? [[key, [...field.values][0]]] : [])),
    );
    for (const [key, field] of Object.entries(schema.shape as Record<string, Schema>))
      for (const value of faulty(field, seen)) yield { ...fixed, [key]: value };
  }
}

const SCHEMAS: [string, Schema][] = [
  ['a curated file', attestFile],
  ['a view', viewLink],
  ...Object.values(ROUTES).flatMap((route) =>
    (['params', 'query', 'body'] as const).flatMap((part): [string, Schema][] => {
      const schema = (route as Partial<Record<typeof part, Schema>>)[part];
      return schema === undefined ? [] : [[`${part} of ${route.id}`, schema]];
    }),
  ),
];

/** Every refinement below a schema, by what it says. */
function* refinements(schema: Schema, seen = new Set<Schema>()): Generator<{ says: string; remedy: unknown }> {
  if (seen.has(schema)) return;
  seen.add(schema);
  for (const check of (schema._zod.def.checks ?? []) as {
    _zod: { def: { check: string; fn?: unknown; error?: () => string; params?: Record<string, unknown> } };
  }[]) {
    const { def } = check._zod;
    // One that makes its own issues has no function of its own; the values above meet those.
    if (def.check === 'custom' && def.fn) yield { says: def.error?.() ?? '', remedy: def.params?.['remedy'] };
  }
  for (const below of Object.values(schema._zod.def).flatMap(schemasIn)) yield* refinements(below, seen);
}
const schemasIn = (value: unknown): Schema[] => {
  if (value instanceof z.core.$ZodType) return [value];
  if (Array.isArray(value)) return value.flatMap(schemasIn);
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype ? Object.values(value).flatMap(schemasIn) : [];
};

it('every refinement of a file and of a request says what to do', () => {
  const seen = new Set<Schema>();
  const all = SCHEMAS.flatMap(([name, schema]) => [...refinements(schema, seen)].map((one) => ({ name, ...one })));
  expect(all.length).toBeGreaterThan(8);
  const byMessage = new Set(Object.keys(TEXT_REMEDIES));
  expect(all.filter(({ says, remedy }) => typeof remedy !== 'string' && !byMessage.has(says))).toEqual([]);
});

describe('every fault has a field, a reason and a remedy', () => {
  it.each(SCHEMAS)('in %s', { timeout: 120_000 }, (_, schema) => {
    const codes = new Set<string>();
    for (const value of faulty(schema)) {
      const read = z.safeParse(schema, value);
      if (read.success) continue;
      const problems = [...describeIssues(read.error.issues.slice(0, 100), schema, value)];
      if (problems.length === 0) throw new Error(`${JSON.stringify(value).slice(0, 200)}: no problem`);
      for (const problem of problems) {
        codes.add(problem.code);
        const isTold =
          /^[a-z]+(?:-[a-z]+)*$/.test(problem.code) &&
          /^(?:\/|$)/.test(problem.pointer ?? '?') &&
          /\p{L}/u.test(problem.message) &&
          /\p{L}/u.test(problem.remedy) &&
          // What is said where nothing closer is known.
          !problem.remedy.startsWith('write it as its description says');
        if (!isTold || UNSAID.test(problem.message) || UNSAID.test(problem.remedy))
          throw new Error(`${JSON.stringify(value).slice(0, 200)}: ${JSON.stringify(problem)}`);
      }
    }
    expect(codes.size).toBeGreaterThan(1);
  });
});
