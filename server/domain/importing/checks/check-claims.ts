/** Checks claims against their predicates: what may stand at each end, and that no proposition is written twice in one dataset. */
import type { CheckContext } from './check-context.ts';
import { claimKey } from '../../model/proposition-key.ts';
import type { Placed } from '../import-batch.ts';
import { inEndOrder, isOutOfOrder } from '../../model/end-order.ts';
import { isEntityType, QUALIFIERS, VALUE_KINDS, type EntityType, type ValueKind } from '../../model/lists.ts';
import type { Citation, Claim, Predicate } from '../../model/records.ts';

/** Most words that may be quoted from a source as the object of a claim. */
const QUOTED_WORDS = 15;

export function checkClaims(context: CheckContext): void {
  const citations = new Map<string, Placed<Citation>[]>();
  for (const placed of context.batch.citations) {
    const key = ownKey(placed.record.dataset, placed.record.claim);
    const list = citations.get(key);
    if (list) list.push(placed);
    else citations.set(key, [placed]);
  }
  for (const placed of context.batch.claims) checkClaim(placed, citations.get(ownKey(placed.record.dataset, placed.record.id)) ?? [], context);
  checkPropositions(context);
  checkRewritten(context);
}

function ownKey(dataset: string, claim: string): string {
  return `${dataset} ${claim}`;
}

/** Checks one claim against its predicate and the types of its ends. */
export function checkClaim(placed: Placed<Claim>, citations: readonly Placed<Citation>[], context: CheckContext): void {
  const claim = placed.record;
  const predicate = context.refer(placed, '/predicate', 'predicate', claim.predicate) ? context.predicate(claim.predicate) : undefined;
  if (isOutOfOrder(claim, predicate))
    context.tell(
      placed,
      '',
      'ends-out-of-order',
      `${JSON.stringify(claim.predicate)} is symmetric, and the ends of this claim do not stand in the order of their ids`,
      'import the claim again together with its predicate: its ends are then put in order',
    );
  if (claim.subject !== 'unknown' && context.refer(placed, '/subject', 'entity', claim.subject))
    checkType(placed, '/subject', claim.subject, 'subject-type', predicate && allowedAt('subject', predicate), context);
  checkObject(placed, predicate, citations, context);
  checkPair(placed, predicate, context);
  for (const qualifier of QUALIFIERS) {
    const ids = claim[qualifier];
    if (ids.length > 0 && predicate && !predicate.qualifiers.includes(qualifier)) {
      context.tell(
        placed,
        `/${qualifier}`,
        'qualifier-not-allowed',
        `${JSON.stringify(predicate.id)} takes no ${qualifier}`,
        predicate.qualifiers.length > 0 ? `it takes ${predicate.qualifiers.join(', ')}` : 'it takes no qualifiers',
      );
    }
    ids.forEach((id, i) => {
      context.refer(placed, `/${qualifier}/${i}`, 'entity', id);
      if (ids.indexOf(id) !== i)
        context.tell(placed, `/${qualifier}/${i}`, 'repeated-qualifier', `${JSON.stringify(id)} stands twice in ${qualifier}`, 'keep it once');
    });
  }
}

/** Entity types allowed at one end; for a symmetric predicate those of both ends, because either entity may be the subject. */
function allowedAt(end: 'subject' | 'object', { subject, takes, symmetric }: Predicate): EntityType[] {
  const objects = takes.filter(isEntityType);
  if (symmetric) return [...new Set([...subject, ...objects])];
  return end === 'subject' ? subject : objects;
}

/** Checks that the two ends of a symmetric claim fit its predicate in one order or the other. */
function checkPair(placed: Placed<Claim>, predicate: Predicate | undefined, context: CheckContext): void {
  if (!predicate?.symmetric) return;
  const { subject, object } = placed.record;
  const [one, other] = [context.entity(subject)?.type, typeof object === 'string' ? context.entity(object)?.type : undefined];
  if (one === undefined || other === undefined) return;
  const { subject: subjects, takes } = predicate;
  const each = allowedAt('subject', predicate);
  if (!each.includes(one) || !each.includes(other)) return;
  if ((subjects.includes(one) && takes.includes(other)) || (subjects.includes(other) && takes.includes(one))) return;
  context.tell(
    placed,
    '',
    'end-types',
    `${JSON.stringify(subject)} is a ${one} and ${JSON.stringify(object)} a ${other}; ${JSON.stringify(predicate.id)} joins ${listed(subjects)} with ${listed(takes)}`,
    'use another predicate, or correct the type of an entity',
  );
}

function checkType(placed: Placed<Claim>, field: string, id: string, code: string, allowed: readonly string[] | undefined, context: CheckContext): void {
  const type = context.entity(id)?.type;
  if (type === undefined || allowed === undefined || allowed.includes(type)) return;
  context.tell(
    placed,
    field,
    code,
    `${JSON.stringify(id)} is a ${type}; ${JSON.stringify(placed.record.predicate)} takes ${code === 'subject-type' ? 'as subject' : 'as object'} ${listed(allowed)}`,
    'use another predicate, or correct the type of the entity',
  );
}

function checkObject(placed: Placed<Claim>, predicate: Predicate | undefined, citations: readonly Placed<Citation>[], context: CheckContext): void {
  const { object } = placed.record;
  const takes = predicate?.takes;
  const notTaken = (what: string) =>
    context.tell(placed, '/object', 'object-not-taken', `${JSON.stringify(predicate?.id)} takes no ${what} as object`, `it takes ${listed(takes ?? [])}`);
  if (typeof object !== 'string') {
    context.language(placed, '/object/lang', object.lang);
    if (takes && !takes.includes('text')) notTaken('text');
    const words = object.text.trim().split(/\s+/u).length;
    if (object.quoted && words > QUOTED_WORDS)
      context.tell(
        placed,
        '/object/quoted',
        'quoted-too-long',
        `a quoted text has at most ${QUOTED_WORDS} words, and this one has ${words}`,
        'quote fewer words, or tell it in your own and take "quoted" out',
      );
    return;
  }
  if (object === 'unknown' || object === 'none') return;
  if (object === 'value') {
    const values = takes?.filter((kind): kind is ValueKind => kind !== 'text' && isValueKind(kind));
    if (values === undefined) return;
    if (values.length === 0) {
      notTaken('value');
      return;
    }
    for (const citation of citations) {
      if (citation.record.stance === 'supports' && !values.some((kind) => hasValue(citation.record, kind))) {
        const fields = values.map((kind) => (kind === 'date' ? 'happened' : kind));
        context.tell(
          citation,
          '',
          'value-missing',
          `the object of this claim is a value, and the citation carries no ${fields.join(' or ')}`,
          `add ${fields.map((field) => JSON.stringify(field)).join(' or ')} to the citation`,
        );
      }
    }
    return;
  }
  if (!context.refer(placed, '/object', 'entity', object) || !takes) return;
  const types = predicate ? allowedAt('object', predicate) : [];
  if (types.length === 0) notTaken('entity');
  else checkType(placed, '/object', object, 'object-type', types, context);
}

function isValueKind(kind: string): kind is ValueKind {
  return (VALUE_KINDS as readonly string[]).includes(kind);
}

function hasValue(citation: Citation, kind: ValueKind): boolean {
  return kind === 'date'
    ? citation.happened !== undefined
    : kind === 'count'
      ? citation.count !== undefined
      : kind === 'amount' && citation.amount !== undefined;
}

/** Two claims of one dataset may not be one proposition (model.md, "One proposition"). A stored claim that the batch changes is compared as changed. */
function checkPropositions({ batch, known, tell }: CheckContext): void {
  const rewritten = new Set(batch.claims.map(({ record }) => ownKey(record.dataset, record.id)));
  const first = new Map<string, { id: string; where: string }>();
  for (const claim of known.records.claims.values()) {
    if (!rewritten.has(ownKey(claim.dataset, claim.id))) first.set(`${claim.dataset} ${claimKey(claim)}`, { id: claim.id, where: 'in the database' });
  }
  for (const placed of batch.claims) {
    const key = `${placed.record.dataset} ${claimKey(placed.record)}`;
    const earlier = first.get(key);
    if (!earlier) first.set(key, { id: placed.record.id, where: `in ${placed.file} at ${placed.pointer}` });
    else if (earlier.id !== placed.record.id) {
      tell(
        placed,
        '',
        'duplicate-proposition',
        `this is the same proposition as the claim ${JSON.stringify(earlier.id)} ${earlier.where}`,
        'put the citations into one claim, or tell the two apart by "occasion"',
      );
    }
  }
}

/** A claim may be corrected, its proposition included, unless other datasets cite it as it was, or another id already has the new proposition. */
function checkRewritten({ batch, known, tell, predicate }: CheckContext): void {
  const stored = new Map<string, Claim>();
  for (const claim of known.records.claims.values()) stored.set(claimKey(claim), claim);
  for (const placed of batch.claims) {
    const before = known.records.claims.get(placed.record.id);
    if (!before || before.dataset !== placed.record.dataset) continue;
    const key = claimKey(placed.record);
    // A claim whose predicate becomes symmetric only has its ends put in order; it is the same claim.
    if (claimKey(inEndOrder(before, predicate(placed.record.predicate))) === key) continue;
    const others = (known.records.citations.get(before.id) ?? []).find((citation) => citation.dataset !== before.dataset);
    const taken = stored.get(key);
    if (others)
      tell(
        placed,
        '',
        'shared-claim-changed',
        `the dataset ${JSON.stringify(others.dataset)} cites the claim ${JSON.stringify(before.id)} as it is in the database, and the file makes it another proposition`,
        'give the new proposition an id of its own',
      );
    else if (taken)
      tell(
        placed,
        '',
        'claim-id-reused',
        `this is the proposition of the claim ${JSON.stringify(taken.id)}, and ${JSON.stringify(before.id)} names another one in the database`,
        'give it an id of its own',
      );
  }
}

function listed(words: readonly string[]): string {
  return words.length === 0 ? 'nothing' : words.length === 1 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
