import { describe, expect, it } from 'vitest';
import { byScript, scriptOf } from './by-script.ts';

const name = (text: string, lang: string, script?: string) => ({ text, lang, script, kind: 'alias' as const });

describe('names by script', () => {
  it('goes by the script told, else by the usual one of the language', () => {
    expect(scriptOf(name('x', 'fa'))).toBe('Arab');
    expect(scriptOf(name('x', 'fa', 'Latn'))).toBe('Latn');
    expect(scriptOf(name('x', 'ru-RU'))).toBe('Cyrl');
    expect(scriptOf(name('x', 'not a tag'))).toBe('Zyyy');
  });

  it('keeps the order, loses no name, and reads Persian from the right', () => {
    const names = [name('Masih Alinejad', 'en'), name('مسیح علی‌نژاد', 'fa'), name('Masoumeh', 'fa', 'Latn'), name('مصی', 'fa')];
    const groups = byScript(names);
    expect(groups.map(({ script, dir, names: held }) => [script, dir, held.length])).toEqual([
      ['Latn', 'ltr', 2],
      ['Arab', 'rtl', 2],
    ]);
    expect(groups.flatMap((group) => group.names)).toHaveLength(names.length);
  });
});
