/** Finds entities by name, as an assistant may see them. */
import { z } from 'zod';
import { entityType, lineText } from '../contract/records.ts';
import { MATCH_REASONS } from '../domain/searching/compare-names.ts';
import { emptyRecords } from '../domain/model/empty-records.ts';
import { asOfLines } from '../domain/telling/as-of-lines.ts';
import { searchEntities } from '../usecases/reading/search-entities.ts';
import { gatedPiece } from './gated-piece.ts';
import { dates, defineTool, fromRecords, tailLines } from './tool.ts';

export const searchTool = defineTool({
  name: 'search',
  title: 'Search entities by name',
  description:
    'Finds people, bodies, places, plots and other entities by name, in any script and also misspelt, best first. Two of one name are two: compare ids, types and other names, and ask who is meant. The ids go into the other tools.',
  input: z.strictObject({
    name: lineText(200).describe('A name, or a part of one.'),
    types: z.array(entityType).max(12).optional(),
    limit: z.int().min(1).max(20).default(10),
    clocks: dates,
  }),
  output: {
    results: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        type: entityType,
        kind: z.string().optional(),
        matchedName: z.string(),
        why: z.enum(MATCH_REASONS),
        dataset: z.string(),
        marks: z.array(z.string()).describe('What to know of the record: unnamed, generic, aggregate, perhaps the same as another.'),
      }),
    ),
    total: z.int().describe('All that match, those left out included.'),
    totalAtLeast: z.boolean(),
  },
  async answer(db, { name, types, limit, clocks }, o) {
    const found = await searchEntities(db, { query: { q: name, types, limit, ...clocks } }, o);
    const ids = found.results.map(({ entity }) => entity.id);
    const gated = ids.length === 0 ? undefined : await gatedPiece(db, { entities: ids, clocks }, o);
    return {
      results: found.results.flatMap(({ entity, matched, dataset }) => {
        if (!gated?.entities.has(entity.id)) return [];
        const { id, type, kind, unnamed, generic, aggregate, unsure } = entity;
        const marks = Object.entries({ unnamed, generic, aggregate, 'perhaps the same as another': unsure }).flatMap(([mark, holds]) => (holds ? [mark] : []));
        return [{ id, name: entity.name, type, ...(kind === undefined ? {} : { kind }), matchedName: matched.text, why: matched.why, dataset, marks }];
      }),
      total: found.total,
      totalAtLeast: found.totalAtLeast,
      leftOut: gated?.tail.leftOut ?? [],
      printed: asOfLines({ clocks, records: emptyRecords() }),
      revision: found.revision,
    };
  },
  lines: (answer) => [
    answer.total === 0
      ? 'Nobody of this or a like name is in the case.'
      : `${answer.results.length} of ${answer.totalAtLeast ? 'at least ' : ''}${answer.total} that match:`,
    ...answer.results.map(({ id, name, type, kind, matchedName, why, marks }) =>
      fromRecords(
        [
          `${id}: ${JSON.stringify(name)}, ${type}${kind === undefined ? '' : ` (${kind})`}`,
          ...(matchedName === name ? [] : [`found by the name ${JSON.stringify(matchedName)}`]),
          ...(why === 'exact' ? [] : [`a like name (${why})`]),
          ...marks,
        ].join('; '),
      ),
    ),
    ...tailLines(answer),
  ],
});
