/** A voice at a glance: who tells its claims before and after it, what it answers to, whom it carries and who carries it. */
import { accusedBy } from '../figures/accused-ends.ts';
import type { InSlices } from '../figures/in-slices.ts';
import { rememberedChains, rootOf } from '../figures/lineage.ts';
import type { Level, Sequence } from '../model/lists.ts';
import type { Figures } from '../model/figures.ts';
import type { Citation, Records, Voice } from '../model/records.ts';
import { daysBetween, sequenceOf, toldBy, type DaysBetween } from './told-when.ts';

/** Claims of one sequence: how many, and the days between at the least and at the most of all of them. */
export interface Apart extends DaysBetween {
  claims: number;
}
/** What another voice tells of what this one tells. */
export interface ToldBeside {
  voice: string;
  /** Claims that both tell. */
  claims: number;
  /** Claims that the other told certainly later; `least` and `most` days later. */
  after?: Apart;
  /** Claims that the other told certainly earlier; `least` and `most` days earlier. */
  before?: Apart;
  sameDay: number;
  /** Claims of which the dates do not tell who told them first. */
  open: number;
  /** Every claim that both tell, in the order given, with the days from this voice to the other. */
  told: { claim: string; sequence: Sequence; days: DaysBetween }[];
}
export interface VoiceGlance {
  /** The voices that tell most of its claims first, then by id. */
  beside: ToldBeside[];
  /** Claims that it disputes, or that are disputed by a body it speaks for, with the levels of these disputes; in the order given. */
  disputes: { claim: string; levels: Level[] }[];
  /** Claims that accuse a body it speaks for, in the order given. */
  accusedBy: string[];
  /** Voices whose word its sources pass on, with the number of claims; the most first, then by id. */
  carries: { voice: string; claims: number }[];
  /** Voices whose sources pass on its word. */
  carriedBy: { voice: string; claims: number }[];
}

interface Seen {
  records: Records;
  figures: ReadonlyMap<string, Figures>;
  /** In the order in which they are listed. */
  visibleClaims: readonly string[];
}

/** Everything at the clocks at which the figures were derived. */
export function* voiceGlanceInSlices({ records, figures, visibleClaims }: Seen, voice: Pick<Voice, 'id' | 'entities'>): InSlices<VoiceGlance> {
  const chain = rememberedChains(records.sources);
  const speaksFor = new Set(voice.entities);
  const beside = new Map<string, ToldBeside>();
  const carries = new Map<string, number>();
  const carriedBy = new Map<string, number>();
  const disputes: VoiceGlance['disputes'] = [];
  const accusing: string[] = [];
  const count = (into: Map<string, number>, id: string) => into.set(id, (into.get(id) ?? 0) + 1);
  const isOwn = (citation: Citation): boolean => {
    const root = rootOf(citation, records.sources, chain) ?? records.sources.get(citation.source);
    return root?.voice === voice.id || (citation.standing.by !== undefined && speaksFor.has(citation.standing.by));
  };
  for (const id of visibleClaims) {
    yield;
    const [claim, of] = [records.claims.get(id), figures.get(id)];
    if (!claim || !of) continue;
    for (const [carrier, root] of of.restsOn.carried) {
      if (carrier === voice.id) count(carries, root);
      if (root === voice.id) count(carriedBy, carrier);
    }
    const told = toldBy(of, records, chain);
    const own = told.get(voice.id);
    if (own) for (const [other, span] of told) if (other !== voice.id) addTold(beside, other, id, daysBetween(own, span));
    const disputing = new Set(of.history.flatMap(({ stance, citation }) => (stance === 'disputes' ? [citation] : [])));
    if (disputing.size > 0) {
      const levels = (records.citations.get(id) ?? []).flatMap((citation) => (disputing.has(citation.id) && isOwn(citation) ? [citation.standing.level] : []));
      if (levels.length > 0) disputes.push({ claim: id, levels: [...new Set(levels)].sort() });
    }
    if (of.rank >= 0 && accusedBy(claim, records.predicates.get(claim.predicate)).some((entity) => speaksFor.has(entity))) accusing.push(id);
  }
  const mostFirst = (counts: ReadonlyMap<string, number>) =>
    [...counts].map(([other, claims]) => ({ voice: other, claims })).sort((a, b) => b.claims - a.claims || (a.voice < b.voice ? -1 : 1));
  return {
    beside: [...beside.values()].sort((a, b) => b.claims - a.claims || (a.voice < b.voice ? -1 : 1)),
    disputes,
    accusedBy: accusing,
    carries: mostFirst(carries),
    carriedBy: mostFirst(carriedBy),
  };
}

function addTold(beside: Map<string, ToldBeside>, voice: string, claim: string, days: DaysBetween): void {
  const to = beside.get(voice) ?? { voice, claims: 0, sameDay: 0, open: 0, told: [] };
  beside.set(voice, to);
  const sequence = sequenceOf(days);
  to.claims += 1;
  to.told.push({ claim, sequence, days });
  if (sequence === 'after') to.after = joined(to.after, days);
  else if (sequence === 'before') to.before = joined(to.before, { least: -days.most, most: -days.least });
  else if (sequence === 'same-day') to.sameDay += 1;
  else to.open += 1;
}

function joined(apart: Apart | undefined, { least, most }: DaysBetween): Apart {
  if (!apart) return { claims: 1, least, most };
  return { claims: apart.claims + 1, least: Math.min(apart.least, least), most: Math.max(apart.most, most) };
}
