/** Finds denials of other claims of the same matter: who has denied one is not told to be silent without it (model.md, "What may be published"). */
import { entityEnd } from '../model/claim-ends.ts';
import type { Figures } from '../model/figures.ts';
import type { Citation, Claim, Records } from '../model/records.ts';
import type { EntityType, Level } from '../model/lists.ts';
import { accusedEnds } from './accused-ends.ts';

type Known = Pick<Records, 'claims' | 'citations' | 'predicates' | 'entities'>;
/** A denial of another claim about the same matter that accuses the same. */
export interface Denial {
  claim: Claim;
  citation: Citation;
  /** Whom both claims accuse. */
  accused: string[];
}
type Finder = (claim: Claim, around?: Known) => Denial[];

/** The level of the citations that this looks for. */
export const DENIAL = 'denied' satisfies Level;
/** What makes two claims about one matter: that they belong to it or have it as an end. */
const MATTERS: ReadonlySet<EntityType> = new Set<EntityType>(['Plot', 'Event', 'Case']);

function mattersOf(claim: Claim, { entities }: Known): string[] {
  const ids = [entityEnd(claim.subject), entityEnd(claim.object), ...claim.in].flatMap((id) => id ?? []);
  return [...new Set(ids)].filter((id) => {
    const type = entities.get(id)?.type;
    return type !== undefined && MATTERS.has(type);
  });
}

const accusedBy = (claim: Claim, { predicates }: Known) => [...new Set(accusedEnds(claim, predicates.get(claim.predicate)).map(({ entity }) => entity))];

/** A function from a claim (of these records, or of others around it) to the denials of others that accuse the same in the same plot, event or case, in the order of the records. */
export function denialsIn(records: Known): Finder {
  const byMatter = new Map<string, Denial[]>();
  for (const [id, citations] of records.citations) {
    const denials = citations.filter(({ stance, standing }) => stance === 'disputes' && standing.level === DENIAL);
    const claim = denials.length === 0 ? undefined : records.claims.get(id);
    const accused = claim ? accusedBy(claim, records) : [];
    if (!claim || accused.length === 0) continue;
    for (const matter of mattersOf(claim, records)) {
      const found = denials.map((citation) => ({ claim, citation, accused }));
      byMatter.set(matter, [...(byMatter.get(matter) ?? []), ...found]);
    }
  }
  return (claim, around = records) => {
    if (byMatter.size === 0) return [];
    const own = accusedBy(claim, around);
    const found = new Map<string, Denial>();
    for (const matter of own.length === 0 ? [] : mattersOf(claim, around)) {
      for (const denial of byMatter.get(matter) ?? []) {
        const both = denial.accused.filter((id) => own.includes(id));
        if (denial.claim.id !== claim.id && both.length > 0) found.set(denial.citation.id, { ...denial, accused: both });
      }
    }
    return [...found.values()];
  };
}

type View = { records: Known; figures: ReadonlyMap<string, Figures> };
/** The figures of a view never change, so the index is kept with them. */
const known = new WeakMap<ReadonlyMap<string, Figures>, { records: Known; denials: Finder }>();

/** Those that are visible in the view. */
export function denialsBeside(claim: Claim, { records, figures }: View): Denial[] {
  const kept = known.get(figures);
  const isSame = kept?.records.citations === records.citations && kept.records.claims === records.claims;
  const denials = kept && isSame ? kept.denials : denialsIn(records);
  if (!kept || !isSame) known.set(figures, { records, denials });
  return denials(claim).filter(({ claim: { id }, citation }) => figures.get(id)?.history.some((step) => step.citation === citation.id));
}
