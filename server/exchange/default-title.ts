/** The title of an export that was given none. */
import { counted } from '../domain/telling/narration.ts';
import { pathTitle } from '../domain/telling/narrate-path.ts';
import type { ExportInput } from './format.ts';

/** Of a single path its title, of several their ends; else the titles of the datasets, the name of a single entity, or the number of claims. */
export function defaultTitle({
  ctx,
  entities,
  claims,
  datasets = [],
  paths = [],
}: Pick<ExportInput, 'ctx' | 'entities' | 'claims' | 'datasets' | 'paths'>): string {
  const [path] = paths;
  if (path && paths.length === 1) return pathTitle(path, ctx);
  if (path) {
    const ends = new Set(paths.map(({ entities: through }) => `${ctx.nameOf(through[0] ?? '')} to ${ctx.nameOf(through.at(-1) ?? '')}`));
    return ends.size === 1 ? `From ${[...ends].join('')}: ${counted(paths.length, 'path')}` : counted(paths.length, 'path');
  }
  if (datasets.length > 0) return datasets.map((id) => ctx.records.datasets.get(id)?.title ?? id).join(', ');
  const [entity] = entities;
  return entity !== undefined && entities.length === 1 ? ctx.nameOf(entity) : counted(claims.length, 'claim');
}
