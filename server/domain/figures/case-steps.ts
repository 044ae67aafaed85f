/** Finds what else is recorded of a case against somebody: an acquittal, a withdrawal, a conviction or a denial, on whichever claim it stands; and who denies another claim of the same matter (model.md, "Standing"). */
import { parseEdtf } from '../dates/edtf-dates.ts';
import { endsOf, entityEnd } from '../model/claim-ends.ts';
import type { Figures } from '../model/figures.ts';
import { traitsOf, type EntityType, type Level } from '../model/lists.ts';
import type { Citation, Claim, Dated, Records } from '../model/records.ts';
import { accusedBy, triedOf } from './accused-ends.ts';
import { canonIn } from './identities.ts';

type Known = Pick<Records, 'claims' | 'citations' | 'predicates' | 'entities' | 'identities'>;
/** What a claim may be looked at with: the decisions are those of the records that the steps are looked for in. */
type Around = Omit<Known, 'identities'>;
/** A step on another claim about the same person and the same case. Whoever and whatever is decided to be the same is one. */
export interface CaseStep {
  claim: Claim;
  citation: Citation;
  /** Whom both claims are about, as the claim with the step names them. */
  people: string[];
}

/** Steps that take a case against somebody back. */
const ENDINGS: ReadonlySet<Level> = new Set(['acquitted', 'withdrawn']);
export const isEnding = ({ standing }: Pick<Citation, 'standing'>): boolean => ENDINGS.has(standing.level);
/** The levels of such steps, the weightiest first. */
export const CASE_STEP_LEVELS = ['acquitted', 'withdrawn', 'convicted', 'denied'] as const satisfies readonly Level[];
const ANSWERS: ReadonlySet<Level> = new Set(CASE_STEP_LEVELS);

/** Whom a claim is about as accused, charged, arrested or tried, and in which case. A legal act that names no case is in that of its plot. */
interface Matter {
  people: string[];
  cases: string[];
  plots: string[];
}

function matterOf(claim: Claim, records: Around): Matter {
  const predicate = records.predicates.get(claim.predicate);
  const isAct = predicate?.group === 'justice';
  if (!predicate || claim.object === 'none' || (!isAct && predicate.accuses.length === 0)) return { people: [], cases: [], plots: [] };
  const ends = [claim.subject, claim.object].flatMap((end) => entityEnd(end) ?? []);
  const typed = (of: string) => [...new Set([...ends, ...claim.in])].filter((id) => records.entities.get(id)?.type === of);
  const isTriable = (id: string) => {
    const type = records.entities.get(id)?.type;
    return type !== undefined && traitsOf(type).triable;
  };
  const people = predicate.accuses.length > 0 ? triedOf(claim, records) : ends.filter(isTriable);
  const named = (records.citations.get(claim.id) ?? []).flatMap(({ standing }) => standing.case ?? []);
  const cases = [...new Set([...typed('Case'), ...named])];
  return { people, cases, plots: isAct && cases.length === 0 ? typed('Plot') : [] };
}

/** The plots that an accusation is about: the case over it concerns them, too. */
function plotsOf(claim: Claim, { entities }: Around): string[] {
  return [...new Set([...endsOf(claim), ...claim.in])].filter((id) => entities.get(id)?.type === 'Plot');
}

/** A function from a claim (of these records, or of others around it) to the steps on others about the same person and case, in the order of the records. */
export function caseStepsIn(records: Known): (claim: Claim, around?: Around) => CaseStep[] {
  const canon = canonIn(records);
  const byMatter = new Map<string, { claim: Claim; citation: Citation; people: string[] }[]>();
  for (const [id, citations] of records.citations) {
    const answers = citations.filter(({ standing }) => ANSWERS.has(standing.level));
    const claim = answers.length === 0 ? undefined : records.claims.get(id);
    if (!claim || (records.predicates.get(claim.predicate)?.accuses.length ?? 0) === 0) continue;
    const { people, cases } = matterOf(claim, records);
    if (people.length === 0 || cases.length === 0) continue;
    for (const citation of answers) {
      const own = citation.standing.case === undefined ? cases : [citation.standing.case];
      for (const key of new Set([...own, ...plotsOf(claim, records)].map(canon))) {
        const known = byMatter.get(key);
        if (known) known.push({ claim, citation, people });
        else byMatter.set(key, [{ claim, citation, people }]);
      }
    }
  }
  return (claim, around = records) => {
    if (byMatter.size === 0) return [];
    const { people, cases, plots } = matterOf(claim, around);
    const persons = new Set(people.map(canon));
    const found = new Map<string, CaseStep>();
    for (const key of people.length === 0 ? [] : new Set([...cases, ...plots].map(canon))) {
      for (const step of byMatter.get(key) ?? []) {
        const both = step.people.filter((id) => persons.has(canon(id)));
        if (step.claim.id !== claim.id && both.length > 0) found.set(step.citation.id, { ...step, people: both });
      }
    }
    return [...found.values()];
  };
}

type View = { records: Known; figures: ReadonlyMap<string, Figures> };
/** The figures of a view never change, so the index is kept with them. */
const known = new WeakMap<ReadonlyMap<string, Figures>, { records: Known; steps: (claim: Claim) => CaseStep[] }>();

const isSameRecords = (a: Known, b: Known): boolean => a.citations === b.citations && a.claims === b.claims && a.identities === b.identities;

/** The steps on other claims about the same person and case, those that are not visible in the view included. */
export function caseStepsOnRecord(claim: Claim, { records, figures }: View): CaseStep[] {
  const kept = known.get(figures);
  if (kept && isSameRecords(kept.records, records)) return kept.steps(claim);
  const steps = caseStepsIn(records);
  known.set(figures, { records, steps });
  return steps(claim);
}

/** Those that are visible in the view and were not retracted. */
export function caseStepsOf(claim: Claim, view: View): CaseStep[] {
  return caseStepsOnRecord(claim, view).filter(({ claim: { id }, citation }) =>
    view.figures.get(id)?.history.some((step) => step.citation === citation.id && step.fell !== 'retracted'),
  );
}

/**
 * What became of the case by steps on other claims: its acquittals and withdrawals, and the convictions that came after one of them; in the order of what
 * happened, undated last. Empty where nothing was taken back.
 */
export function caseOutcomesOf(claim: Claim, view: View): CaseStep[] {
  const steps = caseStepsOf(claim, view);
  const isOneCase = oneIn(view.records);
  const endings = steps.filter(({ citation }) => ENDINGS.has(citation.standing.level));
  const isLater = (citation: Citation) =>
    endings.some(
      (ending) => isOneCase(ending.citation.standing.case, citation.standing.case) && lastDay(ending.citation.standing.on) < lastDay(citation.standing.on),
    );
  const after = steps.filter(({ claim: { id }, citation }) => {
    const step = view.figures.get(id)?.history.find((one) => one.citation === citation.id);
    return citation.standing.level === 'convicted' && step?.counts === true && citation.standing.on !== undefined && isLater(citation);
  });
  return [...endings, ...after].sort((a, b) => {
    const [x, y] = [lastDay(a.citation.standing.on), lastDay(b.citation.standing.on)];
    return x === y ? (a.citation.id < b.citation.id ? -1 : 1) : x - y;
  });
}

/** Whether two are one, as two cases or two courts: the same, or decided to be; neither told is alike. */
function oneIn(records: Known): (a: string | undefined, b: string | undefined) => boolean {
  const canon = canonIn(records);
  return (a, b) => a === b || (a !== undefined && b !== undefined && canon(a) === canon(b));
}

/** Whether the claim's own act, or a step of it in the same case that stands, is certainly later than the outcome. */
export function isOlderThan({ standing }: Pick<Citation, 'standing'>, figures: Figures, view: View): boolean {
  if (!standing.on) return false;
  const last = lastDay(standing.on);
  const isOneCase = oneIn(view.records);
  const own = figures.history.flatMap((step) =>
    step.stance === 'supports' && step.counts && isOneCase(step.case, standing.case) && step.on ? [step.on.edtf] : [],
  );
  const acts = figures.accusatory ? [] : figures.happened.map(({ value }) => value);
  const days = [...own, ...acts].map((edtf) => parseEdtf(edtf).earliest);
  return days.length > 0 && days.every((day) => day > last);
}

/** Whether a step of the claim in the same case stands in spite of its own acquittal or withdrawal: by a new trial. */
export function isFollowed({ standing }: Pick<Citation, 'standing'>, { history }: Figures): boolean {
  return standing.case !== undefined && history.some((step) => step.stance === 'supports' && step.counts && step.case === standing.case);
}

/** Whether a step of the claim in another case stands that was certainly taken later: the outcome is not what came of it. */
export function isOfEarlierCase({ standing }: Pick<Citation, 'standing'>, { history }: Figures, view: View): boolean {
  const last = lastDay(standing.on);
  const isOneCase = oneIn(view.records);
  return history.some(
    ({ stance, counts, case: inCase, on }) =>
      stance === 'supports' && counts && inCase !== undefined && !isOneCase(inCase, standing.case) && on && parseEdtf(on.edtf).earliest > last,
  );
}

/**
 * What took the case over a claim back, by its own citations and by those of others, in the order of what happened: what a standing is never told without. Empty
 * where a later step of the case stands again.
 */
export function endingsOf(claim: Claim, view: View): Citation[] {
  const figures = view.figures.get(claim.id);
  if (!figures) return [];
  const shown = new Set(figures.history.flatMap(({ stance, level, citation }) => (stance === 'disputes' && ENDINGS.has(level) ? [citation] : [])));
  const own = (view.records.citations.get(claim.id) ?? []).filter((citation) => shown.has(citation.id) && !isFollowed(citation, figures));
  const others = caseOutcomesOf(claim, view).map(({ citation }) => citation);
  const last = others.at(-1);
  const elsewhere = last?.standing.level === 'convicted' ? [] : others.filter((one) => ENDINGS.has(one.standing.level) && !isOlderThan(one, figures, view));
  return [...own, ...elsewhere].sort((a, b) => lastDay(a.standing.on) - lastDay(b.standing.on) || (a.id < b.id ? -1 : 1));
}

/**
 * Whether the second step is the first one told again, without its day: of one level, by one body, in one case. Whether they are about one person and one deed is for
 * the caller to know.
 */
export function isToldAgain(step: Citation, again: Citation, { records }: Pick<View, 'records'>): boolean {
  const isOne = oneIn(records);
  const [one, other] = [step.standing, again.standing];
  return one.on !== undefined && other.on === undefined && one.level === other.level && isOne(one.by, other.by) && isOne(one.case, other.case);
}

/** Ids of the claims that carry what became of the case, for what is taken out of the records with a claim. */
export function claimsOfOutcomes(claim: Claim, view: View): string[] {
  return [...new Set(caseOutcomesOf(claim, view).map((step) => step.claim.id))].sort();
}

const lastDay = (on: Dated | undefined): number => (on ? parseEdtf(on.edtf).latest : Infinity);

/** A denial of another claim about the same matter that accuses the same. */
export interface Denial {
  claim: Claim;
  citation: Citation;
  /** Whom both claims accuse, as the claim that is denied names them. */
  accused: string[];
}
type Finder = (claim: Claim, around?: Around) => Denial[];

/** The level of the citations that this looks for. */
const DENIAL = 'denied' satisfies Level;
/** What makes two claims about one matter: that they belong to it or have it as an end. */
const MATTERS: ReadonlySet<EntityType> = new Set<EntityType>(['Plot', 'Event', 'Case']);

function mattersOf(claim: Claim, { entities }: Around): string[] {
  const ids = [entityEnd(claim.subject), entityEnd(claim.object), ...claim.in].flatMap((id) => id ?? []);
  return [...new Set(ids)].filter((id) => {
    const type = entities.get(id)?.type;
    return type !== undefined && MATTERS.has(type);
  });
}

/** A function from a claim (of these records, or of others around it) to the denials of others that accuse the same in the same plot, event or case, in the order of the records. */
export function denialsIn(records: Known): Finder {
  const canon = canonIn(records);
  const byMatter = new Map<string, Denial[]>();
  for (const [id, citations] of records.citations) {
    const denials = citations.filter(({ stance, standing }) => stance === 'disputes' && standing.level === DENIAL);
    const claim = denials.length === 0 ? undefined : records.claims.get(id);
    const accused = claim ? accusedBy(claim, records.predicates.get(claim.predicate)) : [];
    if (!claim || accused.length === 0) continue;
    for (const matter of new Set(mattersOf(claim, records).map(canon))) {
      const found = byMatter.get(matter) ?? [];
      byMatter.set(matter, found);
      for (const citation of denials) found.push({ claim, citation, accused });
    }
  }
  return (claim, around = records) => {
    if (byMatter.size === 0) return [];
    const own = new Set(accusedBy(claim, around.predicates.get(claim.predicate)).map(canon));
    const found = new Map<string, Denial>();
    for (const matter of own.size === 0 ? [] : new Set(mattersOf(claim, around).map(canon))) {
      for (const denial of byMatter.get(matter) ?? []) {
        const both = denial.accused.filter((id) => own.has(canon(id)));
        if (denial.claim.id !== claim.id && both.length > 0) found.set(denial.citation.id, { ...denial, accused: both });
      }
    }
    return [...found.values()];
  };
}

/** The figures of a view never change, so the index is kept with them. */
const knownDenials = new WeakMap<ReadonlyMap<string, Figures>, { records: Known; denials: Finder }>();

/** Those that are visible in the view. */
export function denialsBeside(claim: Claim, { records, figures }: View): Denial[] {
  const kept = knownDenials.get(figures);
  const isSame = kept !== undefined && isSameRecords(kept.records, records);
  const denials = isSame ? kept.denials : denialsIn(records);
  if (!isSame) knownDenials.set(figures, { records, denials });
  return denials(claim).filter(({ claim: { id }, citation }) => figures.get(id)?.history.some((step) => step.citation === citation.id));
}
