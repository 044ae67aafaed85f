/** Refuses text that the database cannot store, anywhere in a request: NUL and lone surrogates. */
import type { FastifyInstance } from 'fastify';
import { AppError, type Problem } from '../../domain/model/errors.ts';

const MAX_DEPTH = 32;

function problemsIn(value: unknown, pointer: string, depth: number, found: Problem[]): void {
  if (depth > MAX_DEPTH) {
    found.push({ code: 'too-deep', pointer, message: `nests deeper than ${MAX_DEPTH} levels`, remedy: 'Flatten it.' });
  } else if (typeof value === 'string') {
    if (value.includes('\u0000')) found.push({ code: 'nul', pointer, message: `${pointer || 'text'} has a NUL character`, remedy: 'Remove it.' });
    if (!value.isWellFormed())
      found.push({
        code: 'lone-surrogate',
        pointer,
        message: `${pointer || 'text'} has half of a character (a lone surrogate)`,
        remedy: 'Send well-formed Unicode.',
      });
  } else if (Array.isArray(value)) {
    value.forEach((item, i) => problemsIn(item, `${pointer}/${i}`, depth + 1, found));
  } else if (value !== null && typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) {
      problemsIn(key, `${pointer}/(key)`, depth + 1, found);
      problemsIn(item, `${pointer}/${key}`, depth + 1, found);
    }
  }
}

/** A problem for each such text in a value. */
export function textProblems(value: unknown): Problem[] {
  const found: Problem[] = [];
  problemsIn(value, '', 0, found);
  return found;
}

export function guardText(app: FastifyInstance): void {
  app.addHook('preValidation', async (request) => {
    for (const [where, value] of Object.entries({ params: request.params, query: request.query, body: request.body })) {
      const problems = textProblems(value);
      if (problems.length > 0) throw new AppError('invalid', `The ${where} hold text that cannot be stored.`, { problems });
    }
  });
}
