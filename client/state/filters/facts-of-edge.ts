/** What a claim as drawn has for the facts that filters ask about. */
import type { EdgeView } from '../../../server/contract/views.ts';
import { drawnEnds, entityObject } from '../../../server/domain/model/claim-ends.ts';
import type { FactReader } from '../../../server/domain/model/claim-conditions.ts';
import type { ClaimFacts, Fact } from '../../../server/domain/model/claim-filters.ts';
import type { EntityType } from '../../../server/domain/model/lists.ts';
import { entitiesOfEdge } from '../../../server/domain/picturing/drawn/drawable.ts';

export type TypeOf = (id: string) => EntityType | undefined;
type OwnFact = Extract<Fact, keyof EdgeView>;

/** The facts that an edge does not hold under their own name; the compiler names a missing one. */
const WORKED_OUT: { readonly [F in Exclude<Fact, OwnFact>]: (edge: EdgeView, typeOf: TypeOf) => ClaimFacts[F] } = {
  disputedOnly: (edge) => edge.level === 'disputed-only',
  entities: (edge) => entitiesOfEdge(edge),
  endTypes: (edge, typeOf) => typesOf([edge.subject, entityObject(edge) ?? 'value'], typeOf),
  drawnTypes: (edge, typeOf) => typesOf(drawnEnds({ ...edge, object: entityObject(edge) ?? 'value' }, edge.group, typeOf), typeOf),
};
const isWorkedOut = (fact: Fact): fact is Exclude<Fact, OwnFact> => Object.hasOwn(WORKED_OUT, fact);

export function factsOf(edge: EdgeView, typeOf: TypeOf): FactReader {
  return (fact) => (isWorkedOut(fact) ? WORKED_OUT[fact](edge, typeOf) : edge[fact]);
}

function typesOf(ids: readonly string[], typeOf: TypeOf): EntityType[] {
  return ids.flatMap((id) => typeOf(id) ?? []);
}
