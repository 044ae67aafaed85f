/** Which STIX object an entity of a piece becomes. */
import { entityEnd } from '../../domain/model/claim-ends.ts';
import type { EntityType } from '../../domain/model/lists.ts';
import type { Piece } from '../../domain/publishing/piece.ts';
import type { NarrationContext } from '../../domain/telling/narration.ts';
import { countryCode } from './country-code.ts';

export interface StixType {
  type: string;
  /** What STIX asks for besides the name. */
  properties: Record<string, unknown>;
}
const UNKNOWN: StixType = { type: 'identity', properties: { identity_class: 'unknown' } };
const REPORT: StixType = { type: 'report', properties: {} };
const BODY: StixType = { type: 'identity', properties: { identity_class: 'organization' } };
const TYPES: Readonly<Record<EntityType, StixType>> = {
  Person: { type: 'identity', properties: { identity_class: 'individual' } },
  Group: { type: 'identity', properties: { identity_class: 'group' } },
  Gang: { type: 'threat-actor', properties: { threat_actor_types: ['crime-syndicate'] } },
  Agency: BODY,
  Organization: BODY,
  // A location needs a country, a region or coordinates; these are the types where there is none.
  Country: UNKNOWN,
  Place: UNKNOWN,
  Plot: { type: 'campaign', properties: {} },
  Event: REPORT,
  Case: REPORT,
  Measure: REPORT,
  Item: { type: 'tool', properties: { tool_types: ['unknown'] } },
};

/** By entity. A country is a location where its name has a code, a place where claims of the piece say of one such country alone that it is there. */
export function stixTypes(piece: Piece, ctx: NarrationContext): ReadonlyMap<string, StixType> {
  const { records, figures, nameOf } = ctx;
  const codes = new Map<string, string>();
  for (const id of piece.entities) {
    const entity = records.entities.get(id);
    const code = entity?.type === 'Country' ? countryCode([nameOf(id), ...entity.names.map(({ text }) => text)]) : undefined;
    if (code !== undefined) codes.set(id, code);
  }
  const countries = new Map<string, Set<string>>();
  for (const id of piece.claims) {
    const claim = records.claims.get(id);
    if (claim?.predicate !== 'located-in' || figures.get(id)?.level === 'disputed-only') continue;
    const code = codes.get(entityEnd(claim.object) ?? '');
    if (code !== undefined) countries.set(claim.subject, (countries.get(claim.subject) ?? new Set()).add(code));
  }
  return new Map(
    piece.entities.flatMap((id) => {
      const type = records.entities.get(id)?.type;
      if (!type) return [];
      const said = [...(countries.get(id) ?? [])];
      const code = type === 'Country' ? codes.get(id) : type === 'Place' && said.length === 1 ? said[0] : undefined;
      return [[id, code === undefined ? TYPES[type] : { type: 'location', properties: { country: code } }] as const];
    }),
  );
}
