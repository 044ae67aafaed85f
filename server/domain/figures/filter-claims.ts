/** Which claims a filter asks for, by what follows from the records. */
import { lastDayText } from '../dates/edtf-dates.ts';
import { filterTest } from '../model/claim-conditions.ts';
import { drawnEnds, endsOf, entitiesOf } from '../model/claim-ends.ts';
import type { ClaimFacts, Fact } from '../model/claim-filters.ts';
import type { Figures } from '../model/figures.ts';
import type { ClaimFilter } from '../model/questions.ts';
import type { Claim, Records } from '../model/records.ts';

type Filtered = Pick<Records, 'predicates' | 'entities' | 'citations'>;
interface Asked {
  claim: Claim;
  figures: Figures;
  records: Filtered;
}

type FigureFact = Extract<Fact, keyof Figures>;

/** The facts that are no figure under their own name, each worked out only where it is asked for. The compiler names a missing one. */
const WORKED_OUT: { readonly [F in Exclude<Fact, FigureFact>]: (asked: Asked) => ClaimFacts[F] } = {
  disputedOnly: ({ figures }) => figures.level === 'disputed-only',
  group: ({ claim, records }) => records.predicates.get(claim.predicate)?.group,
  predicate: ({ claim }) => claim.predicate,
  entities: ({ claim }) => entitiesOf(claim),
  endTypes: ({ claim, records }) => typesOf(endsOf(claim), records),
  drawnTypes: ({ claim, records }) =>
    typesOf(
      drawnEnds(claim, records.predicates.get(claim.predicate)?.group, (id) => records.entities.get(id)?.type),
      records,
    ),
  sources: (asked) => visibleCitations(asked).map((citation) => citation.source),
  datasets: (asked) => holdersOf(asked),
};
const isWorkedOut = (fact: Fact): fact is Exclude<Fact, FigureFact> => Object.hasOwn(WORKED_OUT, fact);

/** Tells which claims pass; made once for many claims. What is not visible never passes. Figures compare integers (`0+?` is 0). */
export function claimTest(filter: ClaimFilter, records: Filtered): (claim: Claim, figures: Figures) => boolean {
  const passes = filterTest(filter, lastDayText);
  return (claim, figures) => {
    const asked = { claim, figures, records };
    return figures.visible && passes((fact) => (isWorkedOut(fact) ? WORKED_OUT[fact](asked) : figures[fact]));
  };
}

function typesOf(ids: readonly string[], { entities }: Filtered): string[] {
  return ids.flatMap((id) => entities.get(id)?.type ?? []);
}

/** The datasets that hold a claim, sorted: its own, and those whose visible citations it has. */
export function holdersOf(asked: Omit<Asked, 'records'> & { records: Pick<Records, 'citations'> }): string[] {
  return [...new Set([asked.claim.dataset, ...visibleCitations(asked).map((citation) => citation.dataset)])].sort();
}

function visibleCitations({ claim, figures, records }: Omit<Asked, 'records'> & { records: Pick<Records, 'citations'> }) {
  const visible = new Set(figures.history.map((step) => step.citation));
  return (records.citations.get(claim.id) ?? []).filter((citation) => visible.has(citation.id));
}
