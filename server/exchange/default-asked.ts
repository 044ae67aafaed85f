/** What was asked, in words, of an export that does not say it. */
import { sideWords } from '../domain/answering/answer-trace.ts';
import { nameApart } from '../domain/telling/shared-names.ts';
import type { ExportInput } from './format.ts';

/** Of paths a question that names their ends, where these are the same two; else the datasets taken whole, or that it is a selection. */
export function defaultAsked({
  ctx,
  datasets = [],
  datasetsCut = [],
  paths = [],
  pathsLeftOut = [],
  notLinked,
}: Pick<ExportInput, 'ctx' | 'datasets' | 'paths' | 'pathsLeftOut' | 'notLinked'> & { datasetsCut?: readonly string[] }): string {
  if (notLinked && paths.length === 0) {
    const { from, to, asked } = notLinked.sides;
    return `By what path, if any, are ${sideWords(from, asked?.from, ctx)} and ${sideWords(to, asked?.to, ctx)} linked?`;
  }
  const ends = [...new Set(paths.map(({ entities }) => `${nameApart(entities[0] ?? '', ctx)} and ${nameApart(entities.at(-1) ?? '', ctx)}`))];
  if (paths.length + pathsLeftOut.length > 0) return ends.length === 1 ? `By what path are ${ends.join('')} linked?` : 'By what paths are these linked?';
  const titles = (ids: readonly string[]) => ids.map((id) => ctx.records.datasets.get(id)?.title ?? id).join(', ');
  if (datasets.length > 0) return `All of ${titles(datasets)}.`;
  return datasetsCut.length > 0 ? `All of ${titles(datasetsCut)}, without what was left out.` : 'A selection of claims and entities.';
}
