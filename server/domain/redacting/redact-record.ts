/** A record without what names a person, in the form in which records are kept. */
import { canonicalJson } from '../model/canonical-json.ts';
import { canonicalRecord } from '../importing/canonical-record.ts';
import { citationId } from '../model/citation-id.ts';
import { inEndOrder } from '../model/end-order.ts';
import type { RecordKind } from '../model/lists.ts';
import type { Citation, Claim, Entity, IdentityDecision, RivalSet, Voice } from '../model/records.ts';
import { redactValue } from './redact-value.ts';
import { markOf, type Redaction } from './redaction.ts';

/** What a person is called of whom the name was taken out; the mark tells two such apart. */
export const redactedName = ({ ids, entity, on }: Redaction): string => `Person ${ids.get(entity)?.slice(-4) ?? ''}, name redacted on ${on}`;
const takenOut = ({ salt }: Redaction, text: string): string => `[redacted ${markOf(salt, text)}]`;

/** @returns the same object where nothing of it names the person; else a record in canonical form */
export function redactRecord<T extends { id: string }>(redaction: Redaction, kind: RecordKind, record: T): T {
  const plain = redactedOf(redaction, kind, record, redactValue(redaction, record));
  return canonicalJson(plain) === canonicalJson(record) ? record : (canonicalRecord(kind, plain) as unknown as T);
}

function redactedOf(redaction: Redaction, kind: RecordKind, record: { id: string }, plain: { id: string }): { id: string } {
  switch (kind) {
    case 'entity':
      return record.id === redaction.entity ? withoutName(redaction, plain as Entity) : plain;
    case 'voice':
      return speaksForNobodyElse(redaction, record as Voice) ? ({ ...plain, name: redactedName(redaction) } as Voice) : plain;
    case 'claim':
      return claim(redaction, record as Claim, plain as Claim);
    case 'citation':
      return citation(redaction, record as Citation, plain as Citation);
    case 'rivals': {
      const claims = [...(plain as RivalSet).claims].sort();
      return { ...plain, id: claims.join('|'), claims } as RivalSet;
    }
    case 'identity': {
      const { a, b } = plain as IdentityDecision;
      const pair = [a, b].sort();
      return { ...plain, id: pair.join('|'), a: pair[0], b: pair[1] } as IdentityDecision;
    }
    default:
      return plain;
  }
}

function withoutName(redaction: Redaction, { kind: _kind, names: _names, ...plain }: Entity): Entity {
  return { ...plain, names: [{ text: redactedName(redaction), lang: 'en', kind: 'label' }], unnamed: true, redacted: redaction.on };
}

function speaksForNobodyElse({ entity }: Redaction, { entities }: Voice): boolean {
  return entities.length > 0 && entities.every((id) => id === entity);
}

function claim(redaction: Redaction, { id, object, occasion }: Claim, plain: Claim): Claim {
  const isOfPerson = redaction.claims.has(id);
  const told: Claim = {
    ...plain,
    ...(isOfPerson && typeof object !== 'string' ? { object: { text: takenOut(redaction, object.text), lang: 'en' } } : {}),
    ...(isOfPerson && occasion !== undefined ? { occasion: takenOut(redaction, occasion) } : {}),
  };
  // The other end may have the smaller id now.
  return inEndOrder(told, redaction.predicates.get(plain.predicate));
}

/** Of a claim on the person, what a passage says goes; where it stands, whose word it is and with what standing stays. */
function citation(redaction: Redaction, before: Citation, plain: Citation): Citation {
  const { quote: _quote, mark: _mark, as: _as, sentence: _sentence, ...kept } = plain;
  const told = redaction.claims.has(before.claim) ? { ...kept, paraphrase: takenOut(redaction, `${before.paraphrase}\n${before.quote ?? ''}`) } : plain;
  const { id, ...content } = told;
  return { ...told, id: hasDerivedId(before) ? citationId(told.dataset, content) : id };
}

function hasDerivedId({ id, ...content }: Citation): boolean {
  return id === citationId(content.dataset, content);
}
