/** Ids as the records may have them, the names that every plain object answers to among them. */
import fc from 'fast-check';
import { ID_PATTERN } from '../../server/domain/model/lists.ts';

/** What an object has without being given it, written as ids are. Only "constructor" is the same in lower case; the others are close. */
export const AWKWARD_IDS = [
  'constructor',
  'tostring',
  'valueof',
  'hasownproperty',
  'isprototypeof',
  'has',
  'get',
  'size',
  'length',
  'name',
  '0',
  '10',
  'x:constructor',
];

export const anyId: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...AWKWARD_IDS),
  fc.stringMatching(/^[a-z0-9][a-z0-9._~-]{0,8}$/).filter((id) => ID_PATTERN.test(id) && !['unknown', 'none', 'value', 'text'].includes(id)),
);
