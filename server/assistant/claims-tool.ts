/** Lists the claims of an entity, between two, or by a filter, as an assistant may see them. */
import { z } from 'zod';
import { API_LIMITS } from '../contract/parts.ts';
import { claimFilter } from '../contract/records.ts';
import { AppError } from '../domain/model/errors.ts';
import { listClaims } from '../usecases/reading/list-claims.ts';
import { edgeEntities } from '../usecases/views/edge-view.ts';
import { FootnoteBook } from './footnote-book.ts';
import { gatedPiece } from './gated-piece.ts';
import { meantIds } from './meant-ids.ts';
import { toldClaim, toldLines } from './told-claim.ts';
import { dates, defineTool, note, noteLines, tailLines, told, word } from './tool.ts';

export const claimsTool = defineTool({
  name: 'claims',
  title: 'List claims',
  description:
    'Claims of one entity, between two (with "and"), or by a filter (standing, origins, contested, voices, sources, datasets…), firmest first. Each is one hedged sentence with footnotes, its standing and whose word that is, how many origins know it, who has a stake, and whether it is contested. Repeat a claim only with its hedge, its standing and who claims it.',
  input: z.strictObject({
    entity: word.optional(),
    and: word.optional().describe('Another entity, by id or name: only claims that both stand in. Needs "entity".'),
    filter: claimFilter.omit({ entities: true }).default({}),
    limit: z.int().min(1).max(50).default(20),
    offset: z.int().min(0).max(API_LIMITS.offset).default(0),
    clocks: dates,
  }),
  output: {
    claims: z.array(told),
    notes: z.array(note),
    total: z.int().describe('All that match, those left out included.'),
    complete: z.boolean().describe('False where only the firmest claims of the first entity were looked through for the other.'),
  },
  async answer(db, { entity, and, filter, limit, offset, clocks }, o) {
    if (and !== undefined && entity === undefined) throw withoutFirst();
    const [of] = await meantIds(db, entity === undefined ? [] : [entity], '/entity', clocks, o);
    const [other] = await meantIds(db, and === undefined ? [] : [and], '/and', clocks, o);
    const asked = of === undefined ? filter : { ...filter, entities: [of] };
    const page = other === undefined ? { limit, offset } : { limit: API_LIMITS.listResults, offset: 0 };
    const found = await listClaims(db, { body: { filter: asked, clocks, order: 'standing', ...page } }, o);
    const both = other === undefined ? undefined : found.claims.filter((claim) => edgeEntities(claim).includes(other));
    const claims = (both?.slice(offset, offset + limit) ?? found.claims).map(({ id }) => id);
    const gated = claims.length === 0 ? undefined : await gatedPiece(db, { claims, clocks, filters: filterWords(filter) }, o);
    const book = gated && new FootnoteBook(gated.ctx);
    const shown = gated && book ? claims.filter((id) => gated.claims.has(id)).flatMap((id) => toldClaim(id, gated, book)) : [];
    return {
      claims: shown,
      notes: book?.notes ?? [],
      total: both?.length ?? found.total,
      complete: both === undefined || found.total <= API_LIMITS.listResults,
      ...(gated?.tail ?? { leftOut: [], printed: [], revision: found.revision }),
    };
  },
  lines: (answer) => [
    answer.total === 0
      ? 'No claim on record matches. That is no denial: nothing is said either way.'
      : `${answer.claims.length} of ${answer.total} claims that match${answer.complete ? '' : ', of the firmest that were looked through'}:`,
    ...answer.claims.flatMap((claim) => toldLines(claim)),
    ...noteLines(answer.notes),
    ...tailLines(answer),
  ],
});

/** "standingAtLeast: charged". */
const filterWords = (filter: object): string[] => Object.entries(filter).map(([name, value]) => `${name}: ${[value].flat().join(', ')}`);

function withoutFirst(): AppError {
  const problem = { code: 'missing-field', message: 'stands without "entity"', remedy: 'give "entity" as well, or "entity" alone', pointer: '/and' };
  return new AppError('invalid', 'Claims between two need both.', { problems: [problem] });
}
