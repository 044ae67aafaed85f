/** Decides whether a voice on the way of a citation is involved, that is, a party to the claim (model.md, "Origins", a to d). */
import { isAccusing } from './accusations.ts';
import { endsOf, entitiesOf } from '../model/claim-ends.ts';
import type { ClaimView } from './claim-views.ts';
import { wayOf, type ChainOf } from './lineage.ts';
import type { Citation, Records, Voice } from '../model/records.ts';
import type { Figures, InvolvedReason } from '../model/figures.ts';
import type { CountedCitation } from './standing.ts';

/** What is needed of all other claims to judge the voices of one claim. */
export interface Surroundings {
  records: Pick<Records, 'voices' | 'sources'>;
  chainOf: ChainOf;
  /** The entity and everything below it, by the visible `within` claims. */
  underOf: (entityId: string) => ReadonlySet<string>;
  /** The entities that accuse in some visible citation whose root is that source. */
  accusersIn: (sourceId: string) => ReadonlySet<string> | undefined;
  /** A name that may be shown at the clocks. */
  nameOf: (entityId: string) => string;
}
export interface Involvement {
  /** Voices at a root that have at least one supporting citation with nobody involved on its way; sorted. */
  uninvolved: string[];
  /** Every reason found on a supporting citation that counts and may add an origin, each once, ordered a to d, then by voice. */
  reasons: InvolvedReason[];
}

/** What is needed of the claim itself, computed once for all its citations. */
interface Asked {
  ends: ReadonlySet<string>;
  entities: readonly string[];
  accusers: ReadonlySet<string>;
}

/** The uninvolved origins of a claim, and every reason against the other origins. */
export function deriveInvolvement(view: ClaimView, surroundings: Surroundings): Involvement {
  const asked: Asked = {
    ends: new Set(endsOf(view.claim)),
    entities: entitiesOf(view.claim),
    accusers: accusersOf(view.citations),
  };
  const uninvolved = new Set<string>();
  const reasons = new Map<string, InvolvedReason>();
  for (const counted of view.standing.counted) {
    // A retelling adds no origin, so no reason is needed against it.
    if (counted.retelling) continue;
    const found = reasonsOn(counted, asked, surroundings);
    for (const reason of found) reasons.set(keyOf(reason), reason);
    if (found.length === 0 && counted.root) uninvolved.add(counted.root.voice);
  }
  const sorted = [...reasons.keys()].sort().flatMap((key) => reasons.get(key) ?? []);
  return { uninvolved: [...uninvolved].sort(), reasons: sorted };
}

function accusersOf(citations: readonly Citation[]): Set<string> {
  const accusers = new Set<string>();
  for (const { standing } of citations) if (standing.by !== undefined && isAccusing(standing.level)) accusers.add(standing.by);
  return accusers;
}

/**
 * On what a claim without an uninvolved origin rests: on `parties`, or on origins that are no party of themselves, with a voice on the way of which it is
 * `unclear` whether it has a stake. Undefined where it has an uninvolved origin, or none at all.
 */
export function restsOnInvolved({ origins, uninvolvedOrigins, originVoices, involvedReasons }: Figures): 'parties' | 'unclear' | undefined {
  if (origins === 0 || uninvolvedOrigins > 0) return undefined;
  const parties = new Set(involvedReasons.filter(({ reason }) => reason !== 'a').map(({ voice }) => voice));
  const isAllKnown = involvedReasons.every(({ voice }) => parties.has(voice));
  return isAllKnown || originVoices.every((voice) => parties.has(voice)) ? 'parties' : 'unclear';
}

function keyOf({ reason, voice, entity = '', detail }: InvolvedReason): string {
  return [reason, voice, entity, detail].join('\u0000');
}

function reasonsOn({ citation, root }: CountedCitation, asked: Asked, surroundings: Surroundings): InvolvedReason[] {
  const { voices, sources } = surroundings.records;
  const reasons: InvolvedReason[] = [];
  const way = wayOf(citation, sources, surroundings.chainOf);
  for (const voiceId of new Set(way.map((source) => source.voice))) {
    const voice = voices.get(voiceId);
    if (!voice) continue;
    stakeReasons(voice, asked, surroundings, reasons);
    if (isItsCourt(voice, citation)) continue;
    if (root?.voice === voice.id) accuserReasons(voice, root.id, asked, surroundings, reasons);
    for (const entity of voice.entities) {
      if (asked.ends.has(entity))
        reasons.push({
          voice: voice.id,
          reason: 'd',
          entity,
          detail: `speaks for ${surroundings.nameOf(entity)}, an end of the claim`,
        });
    }
  }
  return reasons;
}

/** (a) A stake that is `unclear`; (b) a stake in what the claim concerns, or in everything. */
function stakeReasons(voice: Voice, asked: Asked, surroundings: Surroundings, reasons: InvolvedReason[]): void {
  if (voice.stake === 'none') return;
  if (voice.stake === 'unclear') {
    reasons.push({ voice: voice.id, reason: 'a', detail: 'its stake is unclear' });
    return;
  }
  for (const stake of voice.stake) {
    if ('scope' in stake) {
      reasons.push({ voice: voice.id, reason: 'b', detail: stake.why });
      continue;
    }
    const under = surroundings.underOf(stake.entity);
    if (asked.entities.some((entity) => under.has(entity))) reasons.push({ voice: voice.id, reason: 'b', entity: stake.entity, detail: stake.why });
  }
}

/** (c) At the root: the voice speaks for somebody who alleges, designates or charges on this claim, or elsewhere in the same document. */
function accuserReasons(voice: Voice, rootId: string, asked: Asked, surroundings: Surroundings, reasons: InvolvedReason[]): void {
  const elsewhere = surroundings.accusersIn(rootId);
  for (const entity of voice.entities) {
    const name = () => surroundings.nameOf(entity);
    if (asked.accusers.has(entity))
      reasons.push({
        voice: voice.id,
        reason: 'c',
        entity,
        detail: `speaks for ${name()}, an accuser here`,
      });
    else if (elsewhere?.has(entity))
      reasons.push({
        voice: voice.id,
        reason: 'c',
        entity,
        detail: `speaks for ${name()}, an accuser in the same document`,
      });
  }
}

/** A court is no party to what it finds: (c) and (d) do not apply to the voice of the body whose finding or conviction the citation gives. */
function isItsCourt(voice: Voice, citation: Citation): boolean {
  const { level, by } = citation.standing;
  return (level === 'found' || level === 'convicted') && by !== undefined && voice.entities.includes(by);
}
