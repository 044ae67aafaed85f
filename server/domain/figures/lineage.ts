/** Finds whose word a citation rests on: the chain of texts, the root at its end, and the way that leads there (model.md, "Origins"). */
import type { Citation, Source } from '../model/records.ts';

export type Sources = ReadonlyMap<string, Source>;
/** Finds the chain of a source: `chainOf`, or a cached version of it (`rememberedChains`). */
export type ChainOf = (sourceId: string) => readonly Source[];
type CitedFrom = Pick<Citation, 'source' | 'origin' | 'through' | 'originBasis' | 'importOnly'>;

/** The source itself, then the sources along `textOf`. It stops at a source that is not known or that was passed before (a cycle). */
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
 * The source at the root of a citation. Undefined where there is none: the origin is `not-established`, or the citation is a fallback (`importOnly`). With
 * `origin`: that source, then along `textOf`. `own-voice`: the source read. `carried`: along its `textOf`.
 */
export function rootOf(citation: CitedFrom, sources: Sources, chain: ChainOf = (id) => chainOf(id, sources)): Source | undefined {
  if (citation.importOnly || citation.originBasis === 'not-established') return undefined;
  if (citation.origin !== undefined) return chain(citation.origin).at(-1);
  if (citation.originBasis === 'own-voice') return sources.get(citation.source);
  return chain(citation.source).at(-1);
}

/** The last source of the chain: reprints count as the text they reprint. */
function textOf(sourceId: string, chain: ChainOf): string {
  return chain(sourceId).at(-1)?.id ?? sourceId;
}

const namesItsOrigin = ({ originBasis }: Pick<Citation, 'originBasis'>) => originBasis === 'stated' || originBasis === 'inferred';

/**
 * Ids of the retellings among the citations of one claim: citations in which a text says in its own voice, or in that of the text it carries, what another
 * supporting citation of the same text takes from a named origin (model.md, "Origins"). A `witnessed` citation is no retelling, nor is one without a root. A
 * citation that was taken back still names the origin, so a retraction does not turn its retelling into an origin.
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
 * Every source on the way of a citation, each once, from the page read to the root: the source read with its chain (alone for `own-voice`), each of `through`
 * with its chain, the `origin` with its chain.
 */
export function wayOf(citation: CitedFrom, sources: Sources, chain: ChainOf = (id) => chainOf(id, sources)): Source[] {
  const way: Source[] = [];
  // A way has few sources, so searching the list is cheaper than a Set.
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

/** `chainOf` that follows each chain once. Valid as long as the sources do not change. */
export function rememberedChains(sources: Sources): ChainOf {
  const known = new Map<string, readonly Source[]>();
  return (id) => {
    let chain = known.get(id);
    if (!chain) known.set(id, (chain = chainOf(id, sources)));
    return chain;
  };
}

/** Every cycle of `textOf`, each once, as a list of ids that begins with the smallest; sorted. */
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
