/** Names are found whole, the longest at each place, in any script, at a cost that grows with the text alone. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkProperty } from '../testing/check-property.ts';
import { KnownNames, possibleNames, shortName } from './find-names.ts';

function known(...names: [name: string, id: string][]): KnownNames {
  const found = new KnownNames();
  for (const [name, id] of names) found.add(name, id);
  return found;
}
const found = (names: KnownNames, text: string) => names.find(text).map(({ start, end, entities }) => `${text.slice(start, end)}: ${entities.join(' ')}`);

describe('known names', () => {
  it('are found as whole words, the longest at each place', () => {
    const names = known(['Iran', 'iran'], ['Iran International', 'channel'], ['Ivan Petrov', 'ivan']);
    expect(found(names, "Iran's men filmed Iran International; Iranians and Ivan Petrov did not.")).toEqual([
      'Iran: iran',
      'Iran International: channel',
      'Ivan Petrov: ivan',
    ]);
  });
  it('are found over a line of text but not over the end of a sentence', () => {
    const names = known(['Ivan Petrov', 'ivan']);
    expect(found(names, 'Ivan  Petrov. It was Ivan. Petrov left.')).toEqual(['Ivan  Petrov: ivan']);
  });
  it('take dashes and apostrophes of every kind for one', () => {
    expect(found(known(["Sa'ad al-Din", 'saad'], ['O’Brien', 'brien']), "Sa’ad al–Din met O'Brien.")).toEqual(['Sa’ad al–Din: saad', "O'Brien: brien"]);
  });
  it('are found in scripts without capitals, and in those without spaces', () => {
    expect(found(known(['علی رضایی', 'ali'], ['Иван Петров', 'ivan'], ['王小明', 'wang']), 'گفت علی رضایی و Иван Петров。昨日王小明来了')).toEqual([
      'علی رضایی: ali',
      'Иван Петров: ivan',
      '王小明: wang',
    ]);
  });
  it('are of everybody who bears them, whatever the id is', () => {
    expect(found(known(['The Force', 'constructor'], ['The Force', '__proto__']), 'The Force said so.')).toEqual(['The Force: __proto__ constructor']);
  });
  it('do not overlap, and are words of the text from their beginning to their end', () => {
    const word = fc.constantFrom('Ann', 'Bo', 'Cy', 'and', 'آن', '漢');
    const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
    checkProperty(
      'names in texts',
      fc.property(fc.array(name, { minLength: 1 }), fc.array(word), (names, words) => {
        const text = words.join(' ');
        const all = known(...names.map((one, i): [string, string] => [one, `e${i}`]));
        let last = -1;
        for (const { start, end } of all.find(text)) {
          expect(start).toBeGreaterThan(last);
          expect(names).toContain(text.slice(start, end));
          last = end - 1;
        }
      }),
    );
  });
  it('are looked up as often for each word of a text of 200,000 words as for one of 20,000', () => {
    const names = known(...Array.from({ length: 20 }, (_, i): [string, string] => [Array.from({ length: i + 2 }, () => 'aa').join(' '), `e${i}`]));
    // Counted, not timed: a busy machine changes nothing.
    const lookups = (words: number) => {
      let n = 0;
      const own = Map.prototype.get;
      Map.prototype.get = function (this: Map<unknown, unknown>, key: unknown) {
        n += 1;
        return own.call(this, key);
      };
      try {
        expect(names.find('aa '.repeat(words)).length).toBeGreaterThan(0);
      } finally {
        Map.prototype.get = own;
      }
      return n;
    };
    const few = lookups(20_000);
    expect(few).toBeGreaterThan(20_000);
    // Ten times as many words: what grows with the square would be looked up a hundred times as often.
    expect(lookups(200_000)).toBeLessThan(few * 11);
  });
});

describe('possible names', () => {
  const none = new Set<string>();
  const possible = (text: string, names = known(), common: ReadonlySet<string> = none) =>
    possibleNames(text, names.find(text), common).map(({ start, end }) => text.slice(start, end));
  it('are runs of capitals that no known name covers', () => {
    expect(possible('He met Hedda Brink of Osk, then Anton Reve.', known(['Anton Reve', 'reve']))).toEqual(['Hedda Brink of Osk']);
  });
  it('do not begin with the little word that opens a sentence', () => {
    expect(possible('The Iranian was there. By Pishtaz Weekly. Old Mattis left.')).toEqual(['Iranian', 'Pishtaz Weekly', 'Old Mattis']);
  });
  it('are no single word that opens a sentence or a quotation, nor a word that is common', () => {
    expect(possible('The ferry left. Nobody saw it: “Never,” said Osk on Thursday.', known(), new Set(['Thursday']))).toEqual(['Osk']);
  });
});

it('a person may be called by the last word of a name of several', () => {
  expect(['Anton Reve', 'Reve', 'علی رضایی', 'Kim Il'].map(shortName)).toEqual(['Reve', undefined, undefined, undefined]);
});
