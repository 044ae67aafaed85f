/** Canonical JSON: object keys are sorted (as in RFC 8785), so that equal records give equal bytes. */
import { AppError } from './errors.ts';

/**
 * JSON of a value with the keys of every object in code unit order, undefined members left out, no white space. Lists keep their order.
 * @throws AppError `invalid` for what JSON cannot hold without loss: NaN, infinities, functions, symbols, bigints, undefined in a list or on its own.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new AppError('invalid', `${value} has no place in a record`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object') {
    let text = '';
    for (const key of Object.keys(value).sort()) {
      const member: unknown = Reflect.get(value, key);
      if (member !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(member)}`;
    }
    return `{${text}}`;
  }
  throw new AppError('invalid', `a ${typeof value} has no place in a record`);
}
