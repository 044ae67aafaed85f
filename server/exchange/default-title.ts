/** The title of an export that was given none: what is on it. */
import { entityEnd } from '../domain/model/claim-ends.ts';
import { nameInProse } from '../domain/telling/in-prose.ts';
import { sideWords } from '../domain/answering/answer-trace.ts';
import { endInTitle, type OnRecord } from '../domain/telling/trace-sides.ts';
import { pathTitle, titleAsOf } from '../domain/telling/narrate-path.ts';
import { capitalised, counted, listed } from '../domain/telling/narration.ts';
import type { ExportInput } from './format.ts';

/** Names in a title; the rest are counted. */
const NAMES = 3;

/**
 * Of a single path its title, of several their ends; else the titles of the datasets, also where something of them is left out; else the entities that most of the claims join, or that stand there alone.
 * The number of the rest is said, and the dates that the view stands at.
 */
export function defaultTitle(input: Titled): string {
  return titleAsOf(titleOf(input), input.ctx);
}

type Titled = Pick<ExportInput, 'ctx' | 'entities' | 'claims' | 'datasets' | 'paths' | 'onRecord' | 'notLinked'> & {
  /** Datasets of which something is left out. */
  datasetsCut?: readonly string[];
};

function titleOf({ ctx, entities, claims, datasets = [], datasetsCut = [], paths = [], onRecord = new Map(), notLinked }: Titled): string {
  const [path] = paths;
  if (notLinked && !path) return notLinkedTitle(notLinked, onRecord, ctx);
  const name = (id: string) => nameInProse(id, ctx).text;
  if (path && paths.length === 1) return pathTitle(path, ctx, {}, onRecord);
  if (path) {
    // This title names no entity in between: a role is told with its plot.
    const end = (id = '') => endInTitle(id, [], onRecord, ctx);
    const ends = new Set(paths.map(({ entities: of }) => `from ${end(of[0])} to ${end(of.at(-1))}`));
    return `${capitalised(someOf([...ends]))}: ${counted(paths.length, 'path')}`;
  }
  const titles = (ids: readonly string[]) => someOf(ids.map((id) => ctx.records.datasets.get(id)?.title ?? id));
  if (datasets.length > 0) return titles(datasets);
  if (datasetsCut.length > 0) return `${titles(datasetsCut)}, without what was left out`;
  const joined = entitiesJoined(claims, ctx);
  const named = joined.length > 0 ? joined : [...new Set(entities)].sort();
  return named.length > 0 ? capitalised(someOf(named, name)) : counted(claims.length, 'claim');
}

/** "Ann (perpetrator in the fire, convicted) to Sylvania: not linked". */
function notLinkedTitle({ sides, sameEnds = [] }: NonNullable<ExportInput['notLinked']>, onRecord: OnRecord, ctx: ExportInput['ctx']): string {
  const [from, to] = (['from', 'to'] as const).map((side) => {
    const [only, ...others] = sides[side];
    return only === undefined || others.length > 0 || sides.asked?.[side] !== undefined
      ? sideWords(sides[side], sides.asked?.[side], ctx)
      : endInTitle(only, [], onRecord, ctx);
  });
  return capitalised(`${from} to ${to}: ${sameEnds.length > 0 ? 'recorded as the same' : 'not linked'}`);
}

/** Entities at the ends of the claims that are on view, those of most claims first, then in the order of the claims. */
function entitiesJoined(claims: readonly string[], { records, figures }: ExportInput['ctx']): string[] {
  const times = new Map<string, number>();
  for (const id of claims) {
    const claim = records.claims.get(id);
    if (!claim || !figures.get(id)?.visible) continue;
    for (const end of new Set([claim.subject, claim.object].map(entityEnd))) {
      if (end !== undefined) times.set(end, (times.get(end) ?? 0) + 1);
    }
  }
  return [...times].sort(([, a], [, b]) => b - a).map(([id]) => id);
}

/** "A, B, C and 2 more". */
function someOf(items: readonly string[], nameOf = (item: string): string => item): string {
  const more = items.length - NAMES;
  const named = items.slice(0, NAMES).map(nameOf);
  return more > 0 ? `${named.join(', ')} and ${more} more` : listed(named);
}
