/** Lists the records that a record refers to: they must exist, and may not be removed as long as it does. */
import { recordsNamedBy } from '../model/claim-conditions.ts';
import { entityEnd } from '../model/claim-ends.ts';
import type { ChangeKind } from './change-plan.ts';
import { QUALIFIERS } from '../model/lists.ts';
import type { Citation, Claim, Entity, IdentityDecision, RivalSet, Source, Voice } from '../model/records.ts';
import type { Question } from '../model/questions.ts';

/** For each kind that can be referred to by id, the kinds that refer to it. */
export const REFERRED_BY: Readonly<Partial<Record<ChangeKind, readonly ChangeKind[]>>> = {
  entity: ['voice', 'entity', 'claim', 'citation', 'identity', 'question'],
  source: ['source', 'entity', 'citation', 'question'],
  voice: ['source', 'question'],
  predicate: ['claim', 'question'],
  claim: ['rivals'],
};
export interface Reference {
  kind: 'entity' | 'source' | 'voice' | 'predicate' | 'claim' | 'dataset';
  id: string;
}
interface RecordOf {
  voice: Voice;
  source: Source;
  entity: Entity;
  claim: Claim;
  citation: Citation;
  rivals: RivalSet;
  identity: IdentityDecision;
  question: Question;
}
export type ReferringKind = keyof RecordOf;

/** References in the order of the record's fields, an id as often as it is named. A citation belongs to its claim, which is not listed as a reference. */
export function referencesOf<K extends ReferringKind>(kind: K, record: RecordOf[K]): Reference[] {
  return FINDERS[kind](record);
}

const all = (kind: Reference['kind'], ids: readonly (string | undefined)[] | undefined): Reference[] =>
  (ids ?? []).flatMap((id) => (id === undefined ? [] : [{ kind, id }]));

const FINDERS: { [K in ReferringKind]: (record: RecordOf[K]) => Reference[] } = {
  voice: ({ entities, stake }) => [
    ...all('entity', entities),
    ...all('entity', Array.isArray(stake) ? stake.map((entry) => ('entity' in entry ? entry.entity : undefined)) : []),
  ],
  source: ({ voice, textOf }) => [...all('voice', [voice]), ...all('source', [textOf?.source])],
  entity: ({ names, candidates }) => [...names.flatMap((name) => all('source', name.sources)), ...all('entity', candidates)],
  claim: (claim) => [
    ...all('predicate', [claim.predicate]),
    ...all('entity', [entityEnd(claim.subject), entityEnd(claim.object), ...QUALIFIERS.flatMap((qualifier) => claim[qualifier])]),
  ],
  citation: ({ source, origin, through, statedBy, standing }) => [
    ...all('source', [source, origin, ...through]),
    ...all('entity', [statedBy, standing.by, standing.case]),
  ],
  rivals: ({ claims }) => all('claim', claims),
  identity: ({ a, b }) => all('entity', [a, b]),
  question: (question) => {
    if (question.kind === 'trace')
      return [...all('entity', question.from.ids), ...all('entity', question.to.ids), ...all('dataset', question.switches?.datasets)];
    if (question.kind === 'roles') return [...all('entity', question.plots), ...all('dataset', question.datasets)];
    return recordsNamedBy(question.filter).flatMap(({ kind, ids }) => all(kind, ids));
  },
};
