/** Bodies are strict JSON only: what JSON.parse would accept in silence (double keys, lossy numbers) is refused by name. */
import type { FastifyInstance } from 'fastify';
import { AppError } from '../../domain/errors.ts';
import { parseStrictJson } from '../../domain/parse-strict-json.ts';

export function readJsonBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (_request: unknown, body: Buffer) => {
    const read = parseStrictJson(body, 'body');
    if (read.problems.length > 0) {
      throw new AppError('invalid', `The body is not strict JSON: ${read.problems[0]?.message ?? ''}`, { problems: read.problems });
    }
    return read.value;
  });
}
