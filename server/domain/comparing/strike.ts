/**
 * The records as if some sources, voices, claims or datasets had said nothing (what-if).
 *
 * A citation goes with every source on its way, from the page read to the root: what reached us through a source that said nothing would not have reached us. A
 * text that tells in its own voice what it takes elsewhere from a named origin loses that telling with the last of these origins ("left only as a retelling",
 * model.md, "Origins").
 */
import type { InSlices } from '../figures/in-slices.ts';
import { rememberedChains, retellingsAmong, wayOf } from '../figures/lineage.ts';
import { citationShown, clockDays } from '../dates/visibility.ts';
import { AppError } from '../model/errors.ts';
import { STRUCK_KINDS, type Clocks, type Struck } from '../model/questions.ts';
import type { Citation, Records, Source } from '../model/records.ts';

/** What was taken from a claim, by id of the citations. */
export interface TakenFrom {
  struck: string[];
  /** Supporting citations that only retell what was struck. */
  retold: string[];
}
export interface StruckRecords {
  /** The same records, with the citations that are left. Claims that have none left are still among them. */
  records: Records;
  /** The claims that lost a citation, in the order of the records. */
  taken: Map<string, TakenFrom>;
}

/**
 * @param clocks the retellings are those among the citations that are visible at these
 * @throws AppError `invalid` for an id that nobody has
 */
export function* strikeInSlices(records: Records, without: Struck, clocks?: Clocks): InSlices<StruckRecords> {
  refuseUnknown(records, without);
  const strike = striker(records, clocks);
  const citations = new Map(records.citations);
  const taken = new Map<string, TakenFrom>();
  const struck = struckTest(without);
  for (const claim of records.citations.keys()) {
    const of = strike(claim, struck);
    if (of) {
      citations.set(claim, of.left);
      taken.set(claim, { struck: of.struck.map(({ id }) => id), retold: of.retold.map(({ id }) => id) });
    }
    yield;
  }
  return { records: { ...records, citations }, taken };
}

/** The citations of a claim, apart: what is left, what is struck, what only retold that. */
export interface StruckClaim {
  left: Citation[];
  struck: Citation[];
  retold: Citation[];
}
/** Undefined where nothing of the claim is struck. */
export type Striker = (claim: string, isStruck: StruckTest) => StruckClaim | undefined;
export type StruckTest = (claim: string, citation: Citation, way: () => readonly Pick<Source, 'id' | 'voice'>[]) => boolean;

/** Strikes the citations of one claim. */
export function striker({ citations, sources }: Pick<Records, 'citations' | 'sources'>, clocks?: Clocks): Striker {
  const chain = rememberedChains(sources);
  const days = clockDays(clocks);
  /** The retellings among `left` of which no named origin is left. */
  const retoldOf = (left: readonly Citation[], struck: readonly Citation[]): Citation[] => {
    const shown = (some: readonly Citation[]) => some.filter((citation) => citationShown(citation, sources, days));
    const before = left.length === 0 ? new Set<string>() : retellingsAmong(shown([...left, ...struck]), sources, chain);
    if (before.size === 0) return [];
    const after = retellingsAmong(shown(left), sources, chain);
    return left.filter(({ id }) => before.has(id) && !after.has(id));
  };
  return (claim, isStruck) => {
    const all = citations.get(claim) ?? [];
    const struck = all.filter((citation) => isStruck(claim, citation, () => wayOf(citation, sources, chain)));
    if (struck.length === 0) return undefined;
    const others = all.filter((citation) => !struck.includes(citation));
    const retold = retoldOf(others, struck);
    return { left: others.filter((citation) => !retold.includes(citation)), struck, retold };
  };
}

/** Whether a citation of a claim is struck. */
export function struckTest(without: Struck): StruckTest {
  const [sources, voices, claims, datasets] = STRUCK_KINDS.map((kind) => new Set(without[kind]));
  const looksAtWay = sources!.size > 0 || voices!.size > 0;
  return (claim, citation, way) =>
    claims!.has(claim) || datasets!.has(citation.dataset) || (looksAtWay && way().some(({ id, voice }) => sources!.has(id) || voices!.has(voice)));
}

function refuseUnknown(records: Records, without: Struck): void {
  for (const kind of STRUCK_KINDS) {
    const unknown = without[kind]?.find((id) => !records[kind].has(id));
    if (unknown === undefined) continue;
    const one = kind.slice(0, -1);
    throw new AppError('not-found', `/clocks/without/${kind}: there is no ${one} "${unknown}" in this case. Name one that is there, or leave it out.`);
  }
}
