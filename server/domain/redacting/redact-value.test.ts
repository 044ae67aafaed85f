/** Ids and names are taken out of values of any shape; closed words and the names of fields stay. */
import { describe, expect, it } from 'vitest';
import { redactText, redactValue } from './redact-value.ts';
import { wordRemover } from './name-words.ts';

const redaction = {
  ids: new Map([
    ['khalid-mehdiyev', 'redacted-1'],
    ['mehdiyev-met', 'redacted-2'],
    ['text', 'redacted-3'],
    ['a|b', 'b|redacted-4'],
  ]),
  remove: wordRemover({ names: ['Khalid Mehdiyev'], words: ['Mehdiyev', 'Alleged'] }),
};

describe('a text', () => {
  it.each([
    ['khalid-mehdiyev', 'redacted-1'],
    ['entity/khalid-mehdiyev', 'entity/redacted-1'],
    ['rivals/a|b', 'rivals/b|redacted-4'],
    ['path/mehdiyev-met,other', 'path/redacted-2,other'],
    ['claim mehdiyev-met gains an origin.', 'claim redacted-2 gains an origin.'],
    ['Khalid Mehdiyev met a text', '[redacted] met a text'],
  ])('%s is kept as %s', (before, after) => expect(redactText(redaction, before)).toBe(after));
});

describe('a value', () => {
  it('keeps its fields and closed words, though an id or a name is spelt like them', () => {
    const value = { text: 'Mehdiyev', level: 'Alleged', type: 'Alleged', takes: ['text'], object: 'text', kind: 'text' };
    expect(redactValue(redaction, value)).toEqual({ ...value, text: '[redacted]', object: 'redacted-3' });
  });
  it('has an id or a pair of ids as a key replaced', () => {
    expect(redactValue(redaction, { places: { 'khalid-mehdiyev': 1, text: 2 }, pairs: { 'iran khalid-mehdiyev': 3 } })).toEqual({
      places: { 'redacted-1': 1, text: 2 },
      pairs: { 'iran redacted-1': 3 },
    });
  });
  it.each([
    ['https://example.org/2022/khalid-mehdiyev-sentenced', 'https://example.org/redacted'],
    ['https://example.org/?q=Khalid%20Mehdiyev', 'https://example.org/redacted'],
    ['https://example.org/iran', 'https://example.org/iran'],
  ])('has the address %s as %s', (url, after) => expect(redactValue(redaction, { url })).toEqual({ url: after }));
});
