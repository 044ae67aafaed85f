/** Which claims a filter asks for: every given part must hold, a list means any of it. */
import { entitiesAt, entitiesOf } from '../model/claim-ends.ts';
import { RANK_OF_LEVEL } from '../model/lists.ts';
import type { Claim, Records } from '../model/records.ts';
import type { ClaimFilter } from '../model/questions.ts';
import type { Figures } from '../model/figures.ts';

type Filtered = Pick<Records, 'predicates' | 'entities' | 'citations'>;

/**
 * Whether a claim passes. What is not visible never does. Standing compares ranks, with disputed-only below every level; figures compare integers (`0+?` is 0);
 * `types` looks at subject and object, `entities` at qualifiers too; `sources` and `datasets` at the visible citations (and the claim's own dataset);
 * `voices` at the roots of what counts.
 */
export function matchesFilter(claim: Claim, figures: Figures, records: Filtered, filter: ClaimFilter): boolean {
  return figures.visible && matchesFigures(figures, filter) && matchesProposition(claim, records, filter) && matchesCitations(claim, figures, records, filter);
}

function matchesFigures(figures: Figures, filter: ClaimFilter): boolean {
  const atLeast = filter.standingAtLeast && RANK_OF_LEVEL[filter.standingAtLeast];
  const atMost = filter.standingAtMost && RANK_OF_LEVEL[filter.standingAtMost];
  return (
    isBetween(figures.rank, atLeast, atMost) &&
    isBetween(figures.origins, filter.originsAtLeast, filter.originsAtMost) &&
    isBetween(figures.uninvolvedOrigins, filter.uninvolvedAtLeast, filter.uninvolvedAtMost) &&
    (filter.contested === undefined || figures.contested === filter.contested) &&
    (filter.disputedOnly === undefined || (figures.level === 'disputed-only') === filter.disputedOnly) &&
    (filter.openOnly === undefined || figures.originsOpen === filter.openOnly) &&
    anyOf(filter.voices, figures.originVoices)
  );
}

function matchesProposition(claim: Claim, records: Filtered, filter: ClaimFilter): boolean {
  if (filter.predicates && !filter.predicates.includes(claim.predicate)) return false;
  if (filter.predicatesNot?.includes(claim.predicate)) return false;
  const group = records.predicates.get(claim.predicate)?.group;
  if (filter.groups && (!group || !filter.groups.includes(group))) return false;
  if (filter.entities && !anyOf(filter.entities, entitiesOf(claim))) return false;
  if (!filter.types) return true;
  const types = [...entitiesAt(claim, 'subject'), ...entitiesAt(claim, 'object')].flatMap((id) => records.entities.get(id)?.type ?? []);
  return anyOf(filter.types, types);
}

function matchesCitations(claim: Claim, figures: Figures, records: Filtered, filter: ClaimFilter): boolean {
  if (!filter.sources && !filter.datasets) return true;
  const visible = new Set(figures.history.map((step) => step.citation));
  const citations = (records.citations.get(claim.id) ?? []).filter((citation) => visible.has(citation.id));
  return (
    anyOf(
      filter.sources,
      citations.map((citation) => citation.source),
    ) && anyOf(filter.datasets, [claim.dataset, ...citations.map((citation) => citation.dataset)])
  );
}

function isBetween(value: number, least: number | undefined, most: number | undefined): boolean {
  return (least === undefined || value >= least) && (most === undefined || value <= most);
}

function anyOf<T>(asked: readonly T[] | undefined, present: readonly T[]): boolean {
  return asked === undefined || present.some((value) => asked.includes(value));
}
