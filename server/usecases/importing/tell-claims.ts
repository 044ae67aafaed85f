/** Tells of the claims of a planned change what they would say and rest on, before and after, and what the gate would refuse of them. */
import type { ClaimTold } from '../../contract/claim-told.ts';
import { recordKey } from '../../domain/importing/change-plan.ts';
import { inOneGo } from '../../domain/figures/in-slices.ts';
import { displayName } from '../../domain/model/names.ts';
import type { Figures } from '../../domain/model/figures.ts';
import type { Records } from '../../domain/model/records.ts';
import { refusedInSlices } from '../../domain/publishing/publication-gate.ts';
import { narrateClaim } from '../../domain/telling/narrate-claim.ts';
import type { NarrationContext } from '../../domain/telling/narration.ts';
import type { Planned } from './plan-against-database.ts';

/** Most claims that are told of a change; the counts of the report are of all. */
const TOLD = 50;

interface Told {
  work?: Pick<NonNullable<Planned['work']>, 'plan' | 'derived' | 'around'>;
}

/**
 * @param joined id in the change → id of the claim that it joins
 * @param most claims that are told of: first those that the change writes
 */
export function tellClaims({ work }: Told, joined: ReadonlyMap<string, string>, most = TOLD): ClaimTold[] {
  if (!work) return [];
  const { plan, derived, around } = work;
  const own = new Set([...plan.put.claims.map(({ claim }) => claim.id), ...plan.put.citations.map(({ claim }) => claim)]);
  const before = new Map(derived.before.map((figures) => [figures.claim, figures]));
  const isMoved = (figures: Figures) => own.has(figures.claim) || differs(before.get(figures.claim), figures);
  const told = derived.figures
    .filter(isMoved)
    .toSorted((a, b) => Number(own.has(b.claim)) - Number(own.has(a.claim)) || (a.claim < b.claim ? -1 : 1))
    .slice(0, most);
  const ctx = contextOf(around, derived.figures);
  const givenAs = new Map([...joined].map(([given, id]) => [id, given]));
  const made = new Set(plan.created.map(({ kind, id }) => recordKey(kind, id)));
  return told.flatMap((figures) => {
    const claim = around.claims.get(figures.claim);
    if (!claim) return [];
    const was = before.get(claim.id);
    const as = givenAs.get(claim.id);
    return [
      {
        id: claim.id,
        ...(as === undefined ? {} : { as }),
        own: own.has(claim.id),
        isNew: made.has(recordKey('claim', claim.id)),
        sentence: narrateClaim(claim, figures, ctx),
        ...(was ? { before: shortOf(was) } : {}),
        after: shortOf(figures),
        involved: figures.involvedReasons.map(({ voice, detail }) => `${around.voices.get(voice)?.name ?? voice}: ${detail}`),
        contestedBy: figures.contestedBy.map(({ kind, ids }) => ({ kind, ids })),
        gate: inOneGo(refusedInSlices(ctx, { entities: [], claims: [claim.id] })).map(({ reason, remedy }) => ({ reason, remedy })),
      },
    ];
  });
}

function differs(before: Figures | undefined, after: Figures): boolean {
  return (
    before?.level !== after.level ||
    before.origins !== after.origins ||
    before.uninvolvedOrigins !== after.uninvolvedOrigins ||
    before.contested !== after.contested
  );
}

function contextOf(records: Records, figures: readonly Figures[]): NarrationContext {
  return {
    records,
    figures: new Map(figures.map((one) => [one.claim, one])),
    nameOf(id) {
      const entity = records.entities.get(id);
      return entity ? displayName(entity).text : id;
    },
  };
}

function shortOf({ level, rank, origins, originsOpen, uninvolvedOrigins, citations, contested, happened }: Figures): ClaimTold['after'] {
  return { level, rank, origins, originsOpen, uninvolvedOrigins, citations, contested, happened: happened.map(({ value }) => value) };
}
