/** Whose word a citation rests on: the chain of texts, the root at its end, and the way that leads there (model.md, "Origins"). */
import type { Citation, Source } from '../model/records.ts';

export type Sources = ReadonlyMap<string, Source>;
/** How a chain is found: `chainOf`, or a memory of it. */
export type ChainOf = (sourceId: string) => readonly Source[];
type CitedFrom = Pick<Citation, 'source' | 'origin' | 'through' | 'originBasis' | 'importOnly'>;

/** The source itself, then along `textOf`; stops at a source that is not known or was passed before (a cycle). */
export function chainOf(sourceId: string, sources: Sources): Source[] {
  const chain: Source[] = [];
  const passed = new Set<string>();
  for (let id: string | undefined = sourceId; id !== undefined && !passed.has(id);) {
    const source = sources.get(id);
    if (!source) break;
    passed.add(id);
    chain.push(source);
    id = source.textOf?.source;
  }
  return chain;
}

/**
 * The source at the root of a citation, or undefined where there is none: `not-established`, and a fallback citation (`importOnly`), which has no origin.
 * With `origin`: that source, then along `textOf`. `own-voice`: the source read. `carried`: along its `textOf`.
 */
export function rootOf(citation: CitedFrom, sources: Sources, chain: ChainOf = (id) => chainOf(id, sources)): Source | undefined {
  if (citation.importOnly || citation.originBasis === 'not-established') return undefined;
  if (citation.origin !== undefined) return chain(citation.origin).at(-1);
  if (citation.originBasis === 'own-voice') return sources.get(citation.source);
  return chain(citation.source).at(-1);
}

/** Reprints of one text are that text. */
function textOf(sourceId: string, chain: ChainOf): string {
  return chain(sourceId).at(-1)?.id ?? sourceId;
}

const namesItsOrigin = ({ originBasis }: Pick<Citation, 'originBasis'>) => originBasis === 'stated' || originBasis === 'inferred';

/**
 * Of the citations of one claim, the ids of those by which a text says again, in its own voice or that of the text it carries, what another supporting
 * citation read in the same text takes from a named origin (model.md, "Origins"). One marked `witnessed` is no retelling; nor is one that has no root.
 * A citation that was taken back still names the origin: what is retold does not become the text's own knowledge by a retraction.
 */
export function retellingsAmong(citations: readonly Citation[], sources: Sources, chain: ChainOf = (id) => chainOf(id, sources)): Set<string> {
  const found = new Set<string>();
  const supporting = citations.filter(({ stance, importOnly }) => stance === 'supports' && !importOnly);
  if (supporting.length < 2) return found;
  const takenFrom = new Set(supporting.filter(namesItsOrigin).map(({ source }) => textOf(source, chain)));
  if (takenFrom.size === 0) return found;
  for (const { id, source, originBasis, witnessed } of supporting) {
    const own = originBasis === 'own-voice' || originBasis === 'carried';
    if (own && !witnessed && takenFrom.has(textOf(source, chain))) found.add(id);
  }
  return found;
}

/**
 * Every source on the way of a citation, each once, from the page read to the root: the source read with its `textOf` chain (alone where it speaks in its
 * own voice), each of `through` with its chain, the `origin` with its chain.
 */
export function wayOf(citation: CitedFrom, sources: Sources, chain: ChainOf = (id) => chainOf(id, sources)): Source[] {
  const way: Source[] = [];
  // A way is a handful of sources: looking through it costs less than a set.
  const add = (source: Source) => {
    if (!way.includes(source)) way.push(source);
  };
  const own = citation.originBasis === 'own-voice' ? sources.get(citation.source) : undefined;
  if (own) add(own);
  else chain(citation.source).forEach(add);
  for (const id of citation.through) chain(id).forEach(add);
  if (citation.origin !== undefined) chain(citation.origin).forEach(add);
  return way;
}

/** `chainOf` that walks each chain once, for as long as these sources stay as they are. */
export function rememberedChains(sources: Sources): ChainOf {
  const known = new Map<string, readonly Source[]>();
  return (id) => {
    let chain = known.get(id);
    if (!chain) known.set(id, (chain = chainOf(id, sources)));
    return chain;
  };
}

/** Every cycle of `textOf`, each once, as ids that start at its smallest; sorted. Empty where the lineage is sound. */
export function findTextOfCycles(sources: Sources): string[][] {
  const settled = new Set<string>();
  const cycles: string[][] = [];
  for (const start of sources.keys()) {
    const trail = new Map<string, number>();
    const path: string[] = [];
    let id: string | undefined = start;
    while (id !== undefined && !settled.has(id) && !trail.has(id) && sources.has(id)) {
      trail.set(id, path.length);
      path.push(id);
      id = sources.get(id)?.textOf?.source;
    }
    const entry = id === undefined ? undefined : trail.get(id);
    if (entry !== undefined) cycles.push(fromSmallest(path.slice(entry)));
    for (const passed of path) settled.add(passed);
  }
  return cycles.sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
}

function fromSmallest(cycle: string[]): string[] {
  let smallest = 0;
  cycle.forEach((id, i) => {
    if (id < (cycle[smallest] ?? '')) smallest = i;
  });
  return [...cycle.slice(smallest), ...cycle.slice(0, smallest)];
}
