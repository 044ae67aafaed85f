/** Refuses values that the driver would silently round, cut or replace (engine.md, "Faults, each seen"). */
import neo4j from 'neo4j-driver';
import { AppError } from '../domain/model/errors.ts';

const DEEPEST = 32;

const refuse = (name: string, why: string): never => {
  throw new AppError('invalid', `The parameter ${name} ${why}.`);
};

/**
 * A number as an integer of Neo4j.
 * @throws AppError `invalid` beyond 2^53 or with a fraction
 */
export function asInteger(name: string, value: number) {
  if (!Number.isSafeInteger(value)) refuse(name, `holds ${value}, which is no whole number of at most 2^53`);
  return neo4j.int(value);
}

/**
 * A value that can be passed to the driver: whole numbers become integers of Neo4j (fractions are stored only inside JSON), undefined becomes null.
 * @throws AppError `invalid` for NaN, infinities, fractions, integers beyond 2^53, BigInt, lone surrogates, and more than 32 levels
 */
export function guardValue(name: string, value: unknown, depth = 0): unknown {
  switch (typeof value) {
    case 'string':
      if (!value.isWellFormed()) refuse(name, 'holds a lone surrogate');
      return value;
    case 'number':
      return asInteger(name, value);
    case 'boolean':
      return value;
    case 'undefined':
      return null;
    case 'object': {
      if (value === null) return null;
      if (depth >= DEEPEST) refuse(name, `is nested deeper than ${DEEPEST} levels`);
      if (Array.isArray(value)) return value.map((item) => guardValue(name, item, depth + 1));
      const guarded: Record<string, unknown> = {};
      for (const [key, member] of Object.entries(value)) guarded[key] = guardValue(name, member, depth + 1);
      return guarded;
    }
    default:
      return refuse(name, `holds a ${typeof value}`);
  }
}
