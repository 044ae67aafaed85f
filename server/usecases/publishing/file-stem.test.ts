/** The name of an exported file keeps the words of its title, and says the format of an archive. */
import { expect, it } from 'vitest';
import { fileStem } from './file-stem.ts';

it.each([
  ['From Jonáš Verdan to Tarvonia', undefined, 'attest-from-jonas-verdan-to-tarvonia-r7'],
  ['A case', 'graphml', 'attest-a-case-r7-graphml'],
  ['شبکه', undefined, 'attest-export-r7'],
] as const)('of %s as %s is %s', (title, format, name) => expect(fileStem(title, 7, format)).toBe(name));
