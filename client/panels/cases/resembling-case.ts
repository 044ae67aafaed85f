/** Finds a case whose name resembles one that is typed, so that two are not made of one. */
import { foldName } from '../../../server/domain/searching/fold-name.ts';
import { jaroWinkler } from '../../../server/domain/searching/jaro-winkler.ts';
import type { Case } from '../../state/filters/cases.ts';

/** From this likeness on (1 is the same) two words are taken for one. */
const ALIKE = 0.92;
/** Words of fewer letters say little: "the", "of". */
const LONG = 4;

const wordsOf = (title: string): string[] =>
  foldName(title)
    .split(' ')
    .filter((word) => word.length >= LONG);

/** A case of which half the longer words stand in the title, or the other way round. */
export function resemblingCase(title: string, cases: readonly Case[]): Case | undefined {
  const typed = wordsOf(title);
  if (typed.length === 0) return undefined;
  return cases.find((one) => {
    const known = wordsOf(one.title);
    const shared = typed.filter((word) => known.some((other) => jaroWinkler(word, other) >= ALIKE)).length;
    return shared > 0 && shared * 2 >= Math.min(typed.length, known.length);
  });
}
