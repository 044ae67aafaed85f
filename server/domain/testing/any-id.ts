/** Ids as records may have them, including the names of properties that every plain object has. */
import fc from 'fast-check';
import { ID_PATTERN } from '../model/lists.ts';

/** Names of properties of Object.prototype in the form of ids. Only "constructor" is exactly the same in lower case. */
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
