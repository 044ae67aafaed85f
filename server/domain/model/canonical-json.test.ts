/** Equal records give equal bytes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkProperty } from '../testing/check-property.ts';
import { AppError } from './errors.ts';
import { canonicalJson } from './canonical-json.ts';

describe('canonical JSON', () => {
  it('sorts the keys of every object by code unit, however deep, and keeps the order of lists', () => {
    expect(canonicalJson({ b: [{ z: 1, a: 2 }, 1], a: { 10: 'x', 9: 'y' } })).toBe('{"a":{"10":"x","9":"y"},"b":[{"a":2,"z":1},1]}');
  });
  it('leaves out what is undefined, in objects in order and out of it', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
    expect(canonicalJson({ b: 1, a: undefined })).toBe('{"b":1}');
  });
  it.each([
    ['not a number', Number.NaN],
    ['an infinity', [1, Number.POSITIVE_INFINITY]],
    ['a function', { a: () => 1 }],
    ['a bigint', { a: [1n] }],
    ['undefined in a list', [undefined]],
    ['a hole in a list', [1, , 2]], // oxlint-disable-line no-sparse-arrays
    ['undefined on its own', undefined],
  ])('refuses %s', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(AppError);
  });
  it('is the same for two values that differ only in the order in which keys were set, and is read back as the value', () => {
    checkProperty(
      'canonical JSON',
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(turned(value))).toBe(text);
        expect(JSON.stringify(JSON.parse(text))).toBe(JSON.stringify(JSON.parse(canonicalJson(JSON.parse(text)))));
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

/** The value with the keys of each object set in the opposite order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  const made: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const [key, member] of Object.entries(value).toReversed()) made[key] = turned(member);
  return made;
}
