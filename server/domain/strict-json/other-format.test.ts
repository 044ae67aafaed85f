/** A file that is no JSON is told for what it is by what it holds, whatever its name, with what to do. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkProperty } from '../testing/check-property.ts';
import { otherFormat } from './other-format.ts';
import { parseStrictJson } from './parse-strict-json.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
describe('a file named .json that is', () => {
  it.each([
    ['id,name\ne1,Ann\ne2,"Lee, Bob"\n', 'a table (CSV)', 'curated file'],
    ['id;name\r\ne1;Ann\r\n', 'a table (CSV)', 'curated file'],
    ['"id","name"\n"e1","Ann"\n', 'a table (CSV)', 'curated file'],
    ['id\tname\ne1\tAnn\n', 'a table (TSV)', 'curated file'],
    ['<!DOCTYPE html><html></html>', 'a page (HTML)', 'text of a source'],
    ['<?xml version="1.0"?><a/>', 'XML', 'curated file'],
    ['format: attest/1\ndataset:\n  id: a\n', 'YAML', 'curated file'],
    ['Three men were charged on Monday over a fire.\nThey deny it.', 'a text', 'text of a source'],
  ])('%j', (text, name, remedy) => {
    expect(parseStrictJson(bytes(text), 'case.json')).toMatchObject({
      hasValue: false,
      problems: [{ code: 'other-format', message: `this is ${name}, where JSON is expected`, remedy: expect.stringContaining(remedy), file: 'case.json' }],
    });
  });
  it('a picture', () => {
    const png = new Uint8Array(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
    expect(parseStrictJson(png, 'case.json').problems).toMatchObject([{ code: 'packed-file', message: 'this is a picture (PNG), where JSON is expected' }]);
  });
});
it('JSON is none of these, whatever it says', () =>
  checkProperty(
    'no JSON is taken for another format',
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value, undefined, 1);
      if (/^[[{]/.test(text)) expect(otherFormat(text)).toBeUndefined();
    }),
    { runs: 300 },
  ));
it('nor is JSON that is at fault: the fault is told at its place', () => {
  for (const text of ['{"a": 1,}', '{ a: 1 }', '// a remark\n{}', '', '  ', '[1, 2', '"abc']) expect(otherFormat(text)).toBeUndefined();
});
