/** Finds the response of each one accused: a denial or an outcome, or that none is on record; and what was answered after the dates of the view (model.md, "What may be published"). */
import { accusedEnds, standAccused, triedOf } from '../figures/accused-ends.ts';
import { caseOutcomesOf, caseStepsOf, caseStepsOnRecord, denialsBeside, isEnding, isToldAgain, type CaseStep } from '../figures/case-steps.ts';
import { canonIn } from '../figures/identities.ts';
import { eachInSlices, inOneGo, type InSlices } from '../figures/in-slices.ts';
import { lookedForIn } from './as-of-lines.ts';
import { answerPerhapsLater, aroundStep, dateWithBasis, describeStep, isRepeatedLater, levelWord } from './describe-standing.ts';
import { nameInProse } from './in-prose.ts';
import type { Citation, Claim } from '../model/records.ts';
import { traitsOf, type Level } from '../model/lists.ts';
import { standInName } from '../model/names.ts';
import { disputeClause, disputeOf } from './narrate-against.ts';
import { capitalised, counted, listed, visibleCitations, type NarrationContext } from './narration.ts';
import { surroundingsOf, type ViewSurroundings } from './surroundings-of.ts';
import { reach, type Steps } from '../figures/within.ts';
import { comma } from './origin-words.ts';
import { wordingOf } from './wording.ts';

export interface Response {
  /** Id of the accused; of several that are decided to be the same the first. */
  entity: string;
  /** The name that the text begins with: "Ann", "Ann, recorded as the same as Anna". */
  name: string;
  /** A sentence without its full stop. */
  text: string;
  /** "no response on record in these sources": what the text says after the name, where that is all it says. */
  silence?: string;
  /** False where these sources, at the clocks, have no denial or outcome. */
  onRecord: boolean;
  /**
   * `answer`: it denies or admits; `outcome`: it does neither, and a court or prosecutor ended or judged a case; `taken-back`: none of these, and whoever accused it
   * took all of it back, so that it is not counted among the accused; `account`: what is told of it is its own word; `class`: of a class or an unresolved body
   * (`generic`), which nobody can ask; `none`.
   */
  kind: 'answer' | 'outcome' | 'taken-back' | 'account' | 'class' | 'none';
  /** Whether an answer, an outcome or a retraction is on record here that the dates of the view hide; the text tells it. */
  isAnsweredSince: boolean;
  /** Whether each response told may have been given, or published, only after the dates of the view; the text says so. */
  isPerhapsLater: boolean;
  /** Citations that give the response, sorted. */
  citations: string[];
}

const OUTCOMES: ReadonlySet<Level> = new Set(['admitted', 'convicted', 'acquitted', 'withdrawn']);

/** An event or a measure cannot answer. */
function canAct(id: string, ctx: NarrationContext): boolean {
  const type = ctx.records.entities.get(id)?.type;
  return type !== undefined && traitsOf(type).acts;
}

/**
 * One response for each entity accused, charged, listed or judged that can act, sorted by id; those decided to be the same have one. Claims that are not visible at the
 * clocks accuse nobody.
 */
export function responsesOf(claims: Iterable<Claim>, ctx: NarrationContext): Response[] {
  return inOneGo(responsesInSlices(claims, ctx));
}

/** The same in slices. */
export function* responsesInSlices(claims: Iterable<Claim>, ctx: NarrationContext): InSlices<Response[]> {
  const canon = canonIn(ctx.records);
  const accused = new Map<string, { ids: Set<string>; against: Set<Claim> }>();
  for (const claim of claims) {
    if (!ctx.figures.get(claim.id)?.visible) continue;
    for (const entity of standAccused(claim, ctx.records.predicates.get(claim.predicate))) {
      const known = accused.get(canon(entity)) ?? { ids: new Set(), against: new Set() };
      accused.set(canon(entity), known);
      known.ids.add(entity);
      known.against.add(claim);
    }
    yield;
  }
  const around = surroundingsOf(ctx);
  const each = [...accused.values()].map(({ ids, against }) => ({ person: personOf([...ids].sort(), canon), against: [...against] }));
  const mayAnswer = each.filter(({ person: { ids } }) => ids.some((id) => canAct(id, ctx))).sort((a, b) => (a.person.id < b.person.id ? -1 : 1));
  return yield* eachInSlices(mayAnswer, ({ person, against }) => responseOf(person, against, around, ctx));
}

/** One accused, by whichever of the ids that are decided to be the same. */
interface Person {
  /** The first of `ids`. */
  id: string;
  /** Those by which the claims told accuse it. */
  ids: readonly string[];
  is(id: string | undefined): boolean;
}

function personOf(ids: readonly string[], canon: (id: string) => string): Person {
  const [id = ''] = ids;
  return { id, ids, is: (one) => one !== undefined && canon(one) === canon(id) };
}

/** "Ann", "Ann, recorded as the same as Anna". */
function nameOfPerson({ ids }: Person, ctx: NarrationContext): string {
  const [name = '', ...others] = new Set(ids.map((id) => nameInProse(id, ctx).text));
  return capitalised(others.length === 0 ? name : `${name}, recorded as the same as ${listed(others)}`);
}

function responseOf(person: Person, against: readonly Claim[], around: ViewSurroundings, ctx: NarrationContext): Response {
  const name = nameOfPerson(person, ctx);
  const given: { citation: Citation; deed: Deed | undefined; text: string }[] = [];
  const open: Claim[] = [];
  let isOwn = false;
  for (const claim of against) {
    const own = standingCitations(claim.id, ctx).map((citation) => ({ claim, citation }));
    const answers = [...own, ...elsewhere(claim, person, ctx)].filter((one) => answersFor(one.citation, person, one.claim, around.above, ctx));
    if (answers.length === 0) open.push(claim);
    for (const { claim: answeredIn, citation } of answers) {
      const deed = against.includes(answeredIn) ? deedOf(answeredIn, ctx) : undefined;
      const isOfSeveral = isOutcomeForAll(citation) && triedOf(answeredIn, ctx.records).length > 1;
      const text = isOfSeveral ? outcomeOfSeveral(citation, deed, ctx) : answerText(citation, person, against.length > 1 ? deed : undefined, ctx);
      given.push({ citation, deed, text });
      isOwn ||= !isOutcomeForAll(citation);
    }
  }
  const isAgain = (one: (typeof given)[number]) =>
    isOutcomeForAll(one.citation) && given.some((other) => other.deed?.text === one.deed?.text && isToldAgain(other.citation, one.citation, ctx));
  const texts = new Set(given.flatMap((one) => (isAgain(one) || isRepeatedLater(one.citation, ctx) ? [] : one.text)));
  const onRecord = open.length < against.length;
  const though = deniedBesides(open, against, person, around, ctx);
  const none = `no response ${lookedForIn(ctx.clocks)}`;
  const silent = though === '' ? none : `${none} to what is told here${though}`;
  const takenBack = takenBackOf(open, against.length, ctx);
  const accounts = open.filter(({ id }) => isOwnAccount(id, person, ctx));
  const unanswered = open.length - accounts.length;
  const account = accounts.length === 0 ? [] : [accounts.length === against.length ? 'by own account' : `${counted(accounts.length, 'claim')} by own account`];
  const isTakenBackWhole = !onRecord && open.every((claim) => isTakenBack(claim, ctx));
  const parts = onRecord
    ? [...texts, ...account, ...(unanswered === 0 ? [] : [`to ${counted(unanswered, 'other claim')} ${none}${though}`]), ...takenBack]
    : isTakenBackWhole
      ? [...takenBack, silent]
      : unanswered === 0
        ? [...account, ...takenBack]
        : [silent, ...account, ...takenBack];
  const since = answeredSinceBy(person, against, around, ctx);
  const without = isTakenBackWhole ? 'taken-back' : unanswered === 0 ? 'account' : ctx.records.entities.get(person.id)?.generic ? 'class' : 'none';
  const said = [...parts, ...since];
  return {
    entity: person.id,
    name,
    text: `${name}: ${said.join('; ')}`,
    ...(said.length === 1 && said[0] === silent ? { silence: silent } : {}),
    onRecord,
    kind: onRecord ? (isOwn ? 'answer' : 'outcome') : without,
    isAnsweredSince: since.length > 0,
    isPerhapsLater: given.length > 0 && given.every(({ citation }) => answerPerhapsLater(citation, ctx) !== undefined),
    citations: [...new Set(given.map(({ citation }) => citation.id))].sort(),
  };
}

/** Whether nobody but the accused stands behind the claim. */
function isOwnAccount(claim: string, person: Person, ctx: NarrationContext): boolean {
  const by = ctx.figures.get(claim)?.by ?? [];
  return by.length > 0 && by.every((id) => person.is(id));
}

/** What these dates hide of its answers, of outcomes and of retractions: "on record here only later: acquitted by the court, 18 April 2024". */
function answeredSinceBy(person: Person, against: readonly Claim[], around: ViewSurroundings, ctx: NarrationContext): string[] {
  const later = against.flatMap((claim) =>
    laterSteps(claim, ctx).filter(
      ({ claim: of, citation, people }) =>
        (people === undefined || people.some((id) => person.is(id))) &&
        (citation.standing.level === 'retracted' || answersFor(citation, person, of, around.above, ctx)),
    ),
  );
  const texts = new Set(later.map(({ citation }) => laterStep(citation, ctx)).sort());
  return texts.size === 0 ? [] : [`on record here only later: ${[...texts].join('; ')}`];
}

/** Who denies another claim of the same matter, which is not told here: not silent, though without an answer to what is told. Empty where nobody does. */
function deniedBesides(open: readonly Claim[], told: readonly Claim[], person: Person, { above }: ViewSurroundings, ctx: NarrationContext): string {
  const here = new Set(told.map(({ id }) => id));
  const denials = open.flatMap((claim) => denialsBeside(claim, ctx)).filter(({ claim, accused }) => accused.some((id) => person.is(id)) && !here.has(claim.id));
  const own = denials.filter(({ claim, citation }) => answersFor(citation, person, claim, above, ctx));
  if (own.length === 0) return '';
  // The publication gate judged what is told here alone: the name of a person in danger is not printed for a denial of something else.
  const by = own.flatMap(({ citation: { standing } }) => (standing.by === undefined || ctx.records.entities.get(standing.by)?.atRisk ? [] : [standing.by]));
  const names = [...new Set(by)].sort().map((id) => nameInProse(id, ctx));
  const [first] = names;
  const who = first && `${listed(names.map(({ text }) => text))} ${names.length > 1 || first.plural ? 'deny' : 'denies'} another claim of the same matter`;
  return `, though ${who ?? 'another claim of the same matter is denied'}`;
}

const isTakenBack = ({ id }: Claim, ctx: NarrationContext): boolean => ctx.figures.get(id)?.level === 'disputed-only' && retractionsOf(id, ctx).length > 0;
const retractionsOf = (id: string, ctx: NarrationContext): Citation[] => visibleCitations(id, ctx).filter(({ standing }) => standing.level === 'retracted');

/** Who took the accusations back of which nothing stands any more: no answer of the accused, yet never left out beside that there is none. */
function takenBackOf(open: readonly Claim[], all: number, ctx: NarrationContext): string[] {
  const gone = open.filter((claim) => isTakenBack(claim, ctx));
  const clauses = [...new Set(gone.flatMap(({ id }) => retractionsOf(id, ctx).map((citation) => disputeClause(citation, ctx))))];
  if (clauses.length === 0 || gone.length === all) return clauses;
  return [`${gone.length} of ${all} claims ${gone.length === 1 ? 'is' : 'are'} taken back: ${clauses.join('; ')}`];
}

/** What is recorded of the same case on other claims about the entity: to a charge all of it, to another accusation what took the case back. */
function elsewhere(claim: Claim, person: Person, ctx: NarrationContext): { claim: Claim; citation: Citation }[] {
  const isAct = accusedEnds(claim, ctx.records.predicates.get(claim.predicate)).length === 0;
  return (isAct ? caseStepsOf(claim, ctx) : caseOutcomesOf(claim, ctx)).filter(({ people }) => people.some((id) => person.is(id)));
}

/** The visible citations of a claim that were not retracted. */
function standingCitations(claimId: string, ctx: NarrationContext): Citation[] {
  const history = ctx.figures.get(claimId)?.history ?? [];
  const takenBack = new Set(history.filter((step) => step.fell === 'retracted').map((step) => step.citation));
  return visibleCitations(claimId, ctx).filter((citation) => !takenBack.has(citation.id));
}

/** Whether the citation gives what a court or prosecutor did with the whole claim. (An admission names its maker instead.) */
function isOutcomeForAll({ standing }: Citation): boolean {
  return OUTCOMES.has(standing.level) && standing.level !== 'admitted';
}

/**
 * Whether a citation is a response of the accused: its denial, or that of a body within it or above it; its admission; or an outcome of the claim, if it can be tried
 * or is the only one accused.
 */
function answersFor(citation: Citation, person: Person, claim: Claim, above: Steps, ctx: NarrationContext): boolean {
  const { level, by } = citation.standing;
  const accused = accusedEnds(claim, ctx.records.predicates.get(claim.predicate));
  const alone = accused.every((one) => person.is(one.entity));
  if (level === 'denied') {
    const isFor = (ids: readonly string[]) => by !== undefined && (ids.some((one) => reach([by], above).has(one)) || reach(ids, above).has(by));
    return by === undefined || person.is(by) || isFor(person.ids) || !accused.some((one) => isFor([one.entity]));
  }
  if (!OUTCOMES.has(level)) return false;
  if (level === 'admitted') return person.is(by) || (alone && by === undefined);
  return alone || triedOf(claim, ctx.records).some((id) => person.is(id));
}

/** What a citation says of the outcome of a claim that accuses several does not say which of them it concerns: nobody is put down as convicted by it. */
function outcomeOfSeveral(citation: Citation, deed: Deed | undefined, ctx: NarrationContext): string {
  const { standing } = citation;
  const what = standing.level === 'convicted' ? 'a conviction' : standing.level === 'acquitted' ? 'an acquittal' : 'a withdrawal of charges';
  return `${what}${aroundStep(standing, ctx)}${maybeLater(citation, ctx)}, over ${deed && !deed.own ? `the claim ${deed.text}` : 'a claim that accuses several'}`;
}

/** The deed that a claim tells: "having lit the fire" of the only one it accuses, else "that Ann hired Ben". */
function deedOf(claim: Claim, ctx: NarrationContext): Deed | undefined {
  const [predicate, figures] = [ctx.records.predicates.get(claim.predicate), ctx.figures.get(claim.id)];
  if (!predicate || !figures) return undefined;
  const { subject, accused, alone, phrases } = wordingOf(claim, predicate, figures, ctx);
  return accused !== undefined && alone ? { text: phrases.gerund, own: true } : { text: `that ${subject.text} ${phrases.finite}`, own: false };
}
type Deed = { text: string; own: boolean };

const maybeLater = (citation: Citation, ctx: NarrationContext): string => comma(answerPerhapsLater(citation, ctx) ?? '');

/** The name of the accused comes once, before its responses. @param deed told where more than one thing is told of the accused, and of the claims asked for alone */
function answerText(citation: Citation, person: Person, deed: Deed | undefined, ctx: NarrationContext): string {
  const { level, by, on } = citation.standing;
  if (level === 'admitted' && by !== undefined && person.is(by)) {
    const aside = [...(on === undefined ? [] : [dateWithBasis(on)]), answerPerhapsLater(citation, ctx) ?? ''].filter((part) => part !== '').join(', ');
    return `${nameInProse(by, ctx).plural ? 'have' : 'has'} admitted ${deed?.text ?? 'it'}${aside === '' ? '' : ` (${aside})`}`;
  }
  const of = deed?.own ? `of ${deed.text}` : '';
  const maybe = maybeLater(citation, ctx);
  if (level === 'withdrawn') return ['charge', ...(of === '' ? [] : [of]), describeStep(citation.standing, ctx)].join(' ') + maybe;
  if (citation.stance !== 'disputes' || level === 'acquitted') return `${describeStep(citation.standing, ctx)}${maybe}${comma(of)}`;
  const { subject, said } = disputeOf(citation, ctx);
  return by !== undefined && person.is(by) ? said : `${subject} ${said}`;
}

/**
 * "On record here only later: retracted by The Daily (published 20 May 2024)", without a full stop; undefined where nothing is. Where the view stands at a
 * `recorded` date, the records are those of that date: of what was recorded later nothing is known here.
 */
export function answeredSince(claim: Claim, ctx: NarrationContext): string | undefined {
  const texts = stepsSince(claim, ctx);
  return texts.length === 0 ? undefined : `On record here only later: ${texts.join('; ')}`;
}

/** "acquitted by the court, 18 April 2024", each once, sorted. */
export function stepsSince(claim: Claim, ctx: NarrationContext): string[] {
  return [...new Set(laterSteps(claim, ctx).map(({ citation }) => laterStep(citation, ctx)))].sort();
}

/** The disputes of a claim that the dates hide, and what ended its case by other claims. @property people whom such a step is about */
function laterSteps(claim: Claim, ctx: NarrationContext): (Pick<CaseStep, 'claim' | 'citation'> & Partial<CaseStep>)[] {
  const steps = caseStepsOnRecord(claim, ctx);
  const visible = new Set([claim.id, ...steps.map((step) => step.claim.id)].flatMap((one) => visibleCitations(one, ctx).map((c) => c.id)));
  const own = (ctx.records.citations.get(claim.id) ?? []).filter(({ stance }) => stance === 'disputes').map((citation) => ({ claim, citation }));
  return [...own, ...steps.filter(({ citation }) => isEnding(citation))].filter(({ citation }) => !visible.has(citation.id));
}

/**
 * The name of a person in danger is not printed: the publication gate judged only what is visible at the dates. Of a body that no source names by then only its kind
 * is said, and a case without a name is left out.
 */
function laterStep({ standing, source }: Citation, ctx: NarrationContext): string {
  const { by, case: inCase, level, on } = standing;
  const hidden = [by, inCase].some((id) => id !== undefined && ctx.records.entities.get(id)?.atRisk === true);
  const isUnnamed = by !== undefined && isStandIn(by, ctx);
  const told = {
    ...(on === undefined ? {} : { on }),
    ...(by === undefined || isUnnamed ? {} : { by }),
    ...(inCase === undefined || isStandIn(inCase, ctx) ? {} : { case: inCase }),
  };
  const byWhom = isUnnamed ? ` by ${BY_COURTS.has(level) ? 'a court' : 'a body'}` : '';
  const what = level === 'withdrawn' ? 'charge withdrawn' : levelWord(level);
  const step = hidden ? what : `${what}${byWhom}${aroundStep(told, ctx)}`;
  const published = on === undefined || hidden ? ctx.records.sources.get(source)?.published : undefined;
  return published === undefined ? step : `${step} (published ${dateWithBasis(published)})`;
}

const BY_COURTS: ReadonlySet<Level> = new Set(['found', 'convicted', 'acquitted']);

/** Whether nothing that prints its name is visible at the dates, so that it goes by its type alone: "Unnamed agency". */
function isStandIn(id: string, ctx: NarrationContext): boolean {
  const type = ctx.records.entities.get(id)?.type;
  return type !== undefined && ctx.nameOf(id) === standInName(type);
}
