/** Checks predicates: their prefix is that of their dataset, and `accuses` and roles name only ends they have. */
import type { CheckContext } from './check-context.ts';
import type { Placed } from '../import-batch.ts';
import { isEntityType, QUALIFIERS, type End, type Qualifier } from '../../model/lists.ts';
import type { Predicate } from '../../model/records.ts';

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
    if (placed.record.symmetric) checkSymmetric(placed, tell);
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

/** A symmetric predicate cannot say anything of one end alone (model.md, "Claims"). */
function checkSymmetric(placed: Placed<Predicate>, tell: CheckContext['tell']): void {
  const { accuses, roles, qualifiers, within, recordsDeath, takes } = placed.record;
  const oneSided = (field: string, what: string, remedy: string) =>
    tell(placed, field, 'symmetric-one-sided', `this predicate is symmetric, and ${what}`, `${remedy}, or take "symmetric" out`);
  if (accuses.includes('subject') !== accuses.includes('object')) oneSided('/accuses', 'accuses one of its two ends', 'accuse both or neither');
  if (roles.subject !== roles.object) oneSided('/roles', 'gives one of its two ends a role of its own', 'give both the same role, or neither one');
  if (qualifiers.includes('to')) oneSided('/qualifiers', '"to" is what its subject gives to somebody', 'take "to" out of qualifiers');
  if (within) oneSided('/within', '"within" puts its object above its subject', 'take "within" out');
  if (recordsDeath) oneSided('/recordsDeath', '"recordsDeath" tells of the death of one end', 'take "recordsDeath" out');
  const value = takes.find((kind) => !isEntityType(kind));
  if (value !== undefined) oneSided('/takes', `a ${value} cannot be its subject`, `take ${JSON.stringify(value)} out of takes`);
}
