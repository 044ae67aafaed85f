/** Checks predicates: whose they are, and that what they accuse and cast in a role are ends they have. */
import type { CheckContext } from './check-context.ts';
import { QUALIFIERS, type End, type Qualifier } from '../../model/lists.ts';

/** The dataset whose predicates have no prefix: the core vocabulary. */
export const CORE_DATASET = 'core';

export function checkVocabulary({ batch, tell }: CheckContext): void {
  for (const placed of batch.predicates) {
    const { id, dataset, accuses, roles, qualifiers } = placed.record;
    const prefix = id.includes(':') ? id.slice(0, id.indexOf(':')) : undefined;
    const expected = dataset === CORE_DATASET ? undefined : dataset;
    if (prefix !== expected) {
      const said =
        expected === undefined
          ? 'a predicate of the core vocabulary has no prefix'
          : `a dataset adds predicates under its own prefix, ${JSON.stringify(`${expected}:`)}`;
      tell(
        placed,
        '/id',
        'predicate-prefix',
        said,
        `call it ${JSON.stringify(`${expected === undefined ? '' : `${expected}:`}${id.slice(id.indexOf(':') + 1)}`)}`,
      );
    }
    const hasEnd = (end: End) => end === 'subject' || end === 'object' || qualifiers.includes(end);
    accuses.forEach((end, i) => {
      if (!hasEnd(end))
        tell(
          placed,
          `/accuses/${i}`,
          'end-not-allowed',
          `${end} is accused and is no qualifier of this predicate`,
          `add ${JSON.stringify(end)} to qualifiers, or take it out here`,
        );
    });
    for (const end of ['subject', 'object', ...QUALIFIERS] satisfies (End | Qualifier)[]) {
      if (roles[end] !== undefined && !hasEnd(end))
        tell(
          placed,
          `/roles/${end}`,
          'end-not-allowed',
          `${end} has a role and is no qualifier of this predicate`,
          `add ${JSON.stringify(end)} to qualifiers, or take it out here`,
        );
    }
  }
}
