/** Canonical JSON: object keys are sorted (as in RFC 8785), so that equal records give equal bytes. */
import { AppError } from './errors.ts';

/**
 * JSON of a value with the keys of every object in code unit order, undefined members left out, no white space. Lists keep their order.
 * @throws AppError `invalid` for what JSON cannot hold without loss: NaN, infinities, functions, symbols, bigints, undefined in a list or on its own.
 */
export function canonicalJson(value: unknown): string {
  // The platform writes what is in order already, several times faster.
  return isInOrder(value) ? JSON.stringify(value) : inOrder(value);
}

/** Whether JSON.stringify gives the canonical JSON: keys stand in order, and everything may stand in JSON. */
function isInOrder(value: unknown): boolean {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) {
    // A loop sees holes, which `every` does not.
    for (const item of value) if (!isInOrder(item)) return false;
    return true;
  }
  if (typeof value !== 'object' || 'toJSON' in value) return false;
  let before: string | undefined;
  for (const key of Object.keys(value)) {
    if (before !== undefined && before > key) return false;
    const member: unknown = Reflect.get(value, key);
    if (member !== undefined && !isInOrder(member)) return false;
    before = key;
  }
  return true;
}

function inOrder(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new AppError('invalid', `${value} has no place in a record`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${Array.from(value, inOrder).join(',')}]`;
  if (typeof value === 'object') {
    let text = '';
    for (const key of Object.keys(value).sort()) {
      const member: unknown = Reflect.get(value, key);
      if (member !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${inOrder(member)}`;
    }
    return `{${text}}`;
  }
  throw new AppError('invalid', `a ${typeof value} has no place in a record`);
}
