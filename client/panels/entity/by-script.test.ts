import { describe, expect, it } from 'vitest';
import { byScript, scriptOf } from './by-script.ts';

const name = (text: string, lang: string, script?: string) => ({ text, lang, script, kind: 'alias' as const });

describe('names by script', () => {
  it('are grouped by their own script, else by the usual one of their language', () => {
    expect(scriptOf(name('x', 'fa'))).toBe('Arab');
    expect(scriptOf(name('x', 'fa', 'Latn'))).toBe('Latn');
    expect(scriptOf(name('x', 'ru-RU'))).toBe('Cyrl');
    expect(scriptOf(name('x', 'not a tag'))).toBe('Zyyy');
  });

  it('keep their order, are all kept, and have Persian right to left', () => {
    const names = [name('Masih Alinejad', 'en'), name('مسیح علی‌نژاد', 'fa'), name('Masoumeh', 'fa', 'Latn'), name('مصی', 'fa')];
    const groups = byScript(names);
    expect(groups.map(({ script, dir, names: held }) => [script, dir, held.length])).toEqual([
      ['Latn', 'ltr', 2],
      ['Arab', 'rtl', 2],
    ]);
    expect(groups.flatMap((group) => group.names)).toHaveLength(names.length);
  });
});
