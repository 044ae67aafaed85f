/** Two states of a case beside each other, told: a sentence that answers, and for each claim what changed. */
import { CHANGE_WORDS, type ClaimChange } from '../comparing/claim-changes.ts';
import type { CaseComparison, ClaimDifference } from '../comparing/compare-cases.ts';
import { isDispute } from '../model/lists.ts';
import { isStruck, STRUCK_KINDS, type Clocks } from '../model/questions.ts';
import { voiceInProse } from '../telling/in-prose.ts';
import { describeStep } from '../telling/describe-standing.ts';
import { counted, listed, type NarrationContext } from '../telling/narration.ts';

/**
 * In what two states of a case differ. `strike`: the second is without something that the first has, and else the same; `datasets`: the same, of datasets alone;
 * `draft`: one of the two is with a draft, and else the same; `other`: in more than one of these.
 */
export const COMPARISON_KINDS = ['none', 'dates', 'datasets', 'strike', 'draft', 'other'] as const;
export type ComparisonKind = (typeof COMPARISON_KINDS)[number];

/** One of two states that are compared: at its clocks, and with a draft or without. */
export interface StateAsked extends Clocks {
  draft?: object;
}

export function comparisonKind({ draft: drafted, ...before }: StateAsked = {}, { draft, ...after }: StateAsked = {}): ComparisonKind {
  const known = kindOfClocks(before, after);
  if (drafted === undefined && draft === undefined) return known;
  // Two drafts are not looked into: with the same on both sides, the sides differ in their clocks.
  if (drafted !== undefined && draft !== undefined) return JSON.stringify(drafted) === JSON.stringify(draft) ? known : 'other';
  return known === 'none' ? 'draft' : 'other';
}

function kindOfClocks(before: Clocks, after: Clocks): ComparisonKind {
  const dates = (['happened', 'published', 'recorded', 'firmOnly'] as const).some((clock) => (before[clock] || undefined) !== (after[clock] || undefined));
  const struck = STRUCK_KINDS.filter((kind) => idsOf(before, kind) !== idsOf(after, kind));
  if (struck.length === 0) return dates ? 'dates' : 'none';
  if (dates) return 'other';
  if (struck.every((kind) => kind === 'datasets')) return 'datasets';
  const takesMore = struck.every((kind) => (before.without?.[kind] ?? []).every((id) => after.without?.[kind]?.includes(id)));
  return takesMore ? 'strike' : 'other';
}
const idsOf = ({ without }: Clocks, kind: (typeof STRUCK_KINDS)[number]) => [...new Set(without?.[kind])].sort().join(' ');

/** Something is struck from the second state that the first has, at the same dates. */
export const isStriking = (kind: ComparisonKind, after: Clocks = {}): boolean => kind === 'strike' || (kind === 'datasets' && isStruck(after.without));

/** A piece of a sentence; a strong one is what is asked for. */
export interface Spoken {
  text: string;
  strong?: true;
}
type Counts = Pick<CaseComparison, 'gained' | 'lost' | 'changed' | 'falls' | 'retold' | 'stands' | 'before'>;
type Told = { kind: ComparisonKind; after?: StateAsked; charges?: { before: number; after: number } };

/** "Between the two dates the case gained 14 claims, lost 1, and 2 changed.", "Without it 31 of 503 claims fall, 5 are left that only retell it, and 1 stands …" */
export function answerComparison(counts: Counts, { kind, after, charges }: Told): Spoken[] {
  const parts = kind === 'strike' ? struckParts(counts, isSeveral(after)) : kind === 'draft' ? draftParts(counts, after) : differenceParts(counts, kind);
  if (kind !== 'strike' || !charges || charges.before === charges.after) return parts;
  return [...parts, { text: ` Of ${counted(charges.before, 'charge')} told, ${charges.after === 0 ? 'none remains' : remain(charges.after)}.` }];
}
const remain = (n: number) => `${n} ${n === 1 ? 'remains' : 'remain'}`;
const isSeveral = ({ without }: Clocks = {}) => STRUCK_KINDS.flatMap((kind) => without?.[kind] ?? []).length > 1;

function struckParts({ falls, retold, stands, gained, before }: Counts, several: boolean): Spoken[] {
  const it = several ? 'them' : 'it';
  if (falls.length + retold.length + stands.length + gained.length === 0)
    return [{ text: `Without ${it} ` }, { text: 'nothing falls', strong: true }, { text: `: none of ${counted(before, 'claim')} rests on ${it}.` }];
  const verb = falls.length === 1 ? 'falls' : 'fall';
  const also = [
    ...(retold.length > 0 ? [`${retold.length} ${retold.length === 1 ? 'is' : 'are'} left that only ${retold.length === 1 ? 'retells' : 'retell'} ${it}`] : []),
    ...(stands.length > 0 ? [`${stands.length} ${stands.length === 1 ? 'stands' : 'stand'} on what is left`] : []),
    ...(gained.length > 0
      ? [`${gained.length} that ${gained.length === 1 ? 'was' : 'were'} only disputed ${gained.length === 1 ? 'stands' : 'stand'} again`]
      : []),
  ];
  return [
    { text: `Without ${it} ` },
    { text: falls.length === 0 ? `none of ${counted(before, 'claim')} falls` : `${falls.length} of ${counted(before, 'claim')} ${verb}`, strong: true },
    { text: also.length === 0 ? '.' : `${also.length === 1 ? ' and ' : ', '}${inARow(also)}.` },
  ];
}

/** "A, B, and C" */
const inARow = (parts: readonly string[]) => (parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')}, and ${parts.at(-1)}`);

const BETWEEN: Readonly<Record<ComparisonKind, string>> = {
  none: 'Between the two states',
  dates: 'Between the two dates',
  datasets: 'Between the two choices of datasets',
  strike: 'Between the two states',
  draft: 'With the draft',
  other: 'Between the two states',
};

function differenceParts({ gained, lost, changed }: Counts, kind: ComparisonKind): Spoken[] {
  const between = `${BETWEEN[kind]} `;
  if (gained.length + lost.length + changed.length === 0) return [{ text: between }, { text: 'no claim differs', strong: true }, { text: '.' }];
  const claims = (n: number, isFirst: boolean) => (isFirst ? counted(n, 'claim') : String(n));
  const parts = [
    ...(gained.length > 0 ? [`gained ${counted(gained.length, 'claim')}`] : []),
    ...(lost.length > 0 ? [`lost ${claims(lost.length, gained.length === 0)}`] : []),
  ];
  const other = `${claims(changed.length, parts.length === 0)} changed`;
  if (parts.length === 0) return [{ text: between }, { text: other, strong: true }, { text: '; none was gained or lost.' }];
  const said = parts.flatMap((text, i): Spoken[] => [{ text: i === 0 ? 'the case ' : changed.length > 0 ? ', ' : ' and ' }, { text, strong: true }]);
  return [
    { text: between },
    ...said,
    ...(changed.length > 0 ? [{ text: parts.length > 1 ? ', and ' : ' and ' }, { text: other, strong: true as const }] : []),
    { text: '.' },
  ];
}

/** "A first path joins Anton Reve to Marovia."; undefined where as many paths join the two before as after. */
export function answerPaths(paths: { before: number; after: number }, ends: { from: string; to: string }): string | undefined {
  const { before, after } = paths;
  const { from, to } = ends;
  if (before === 0 && after > 0)
    return `${after === 1 ? 'A first path joins' : `${after} paths join`} ${from} to ${to}${after === 1 ? '' : ', where there was none'}.`;
  if (before > 0 && after === 0) return `No path joins ${from} to ${to} any longer.`;
  return undefined;
}

/** "With the draft the case gains 2 claims, loses 1, and 3 change: 1 of these rises in standing." */
function draftParts(counts: Counts, after: StateAsked | undefined): Spoken[] {
  const { gained, lost, changed } = counts;
  const start = after?.draft === undefined ? 'Without the draft ' : 'With the draft ';
  const verbs = [
    ...(gained.length > 0 ? [`gains ${counted(gained.length, 'claim')}`] : []),
    ...(lost.length > 0 ? [`loses ${gained.length === 0 ? counted(lost.length, 'claim') : String(lost.length)}`] : []),
  ];
  if (verbs.length + changed.length === 0) return [{ text: start }, { text: 'no claim differs', strong: true }, { text: '.' }];
  const moved = [movedIn(changed, 'rose', 'rises', 'rise'), movedIn(changed, 'sank', 'sinks', 'sink')].filter((one) => one !== undefined);
  const end = moved.length === 0 ? '.' : `: ${moved.join(' and ')} in standing.`;
  const changes = `${verbs.length === 0 ? counted(changed.length, 'claim') : String(changed.length)} ${changed.length === 1 ? 'changes' : 'change'}`;
  if (verbs.length === 0) return [{ text: start }, { text: changes, strong: true }, { text: end }];
  const said = verbs.flatMap((text, i): Spoken[] => [{ text: i === 0 ? `${start}the case ` : changed.length > 0 ? ', ' : ' and ' }, { text, strong: true }]);
  if (changed.length === 0) return [...said, { text: '.' }];
  return [...said, { text: verbs.length > 1 ? ', and ' : ' and ' }, { text: changes, strong: true }, { text: end }];
}
function movedIn(changed: Counts['changed'], change: ClaimChange, one: string, several: string): string | undefined {
  const n = changed.filter(({ changes }) => changes.includes(change)).length;
  return n === 0 ? undefined : `${n} ${n === 1 ? one : several}`;
}

/** Changes that the two standings, shown beside them, say. */
const SEEN_IN_STANDING: ReadonlySet<ClaimChange> = new Set(['sank', 'rose', 'new', 'gone', 'other-step']);

/** What changed for a claim: "now contested", "denied by the embassy, May 2023", "lost an origin"; standings are told beside it. */
export function tellChanges(
  { claim, changes, struck }: ClaimDifference,
  before: NarrationContext,
  after: NarrationContext,
  retold: readonly string[] = [],
): string[] {
  if (struck === 'retold') return [`left only as a retelling${retold.length > 0 ? ` by ${voicesOf(claim, retold, before)}` : ''}`];
  if (struck === 'falls') return ['nobody else tells it'];
  const history = after.figures.get(claim)?.history ?? [];
  return changes
    .filter((change) => !SEEN_IN_STANDING.has(change))
    .flatMap((change) => {
      if (!isDispute(change)) return [CHANGE_WORDS[change]];
      const steps = history.filter(({ level, fell }) => level === change && fell === undefined);
      const told = steps.map(({ level, by, on }) => describeStep({ level, ...(by === undefined ? {} : { by }), ...(on === undefined ? {} : { on }) }, after));
      return told.length > 0 ? [...new Set(told)] : [CHANGE_WORDS[change]];
    });
}

/** The voices that tell these citations in their own words. */
function voicesOf(claim: string, citations: readonly string[], ctx: NarrationContext): string {
  const { sources, voices } = ctx.records;
  const own = (ctx.records.citations.get(claim) ?? []).filter(({ id }) => citations.includes(id));
  const ids = [...new Set(own.flatMap(({ source }) => sources.get(source)?.voice ?? []))].sort();
  return listed(ids.map((id) => (voices.has(id) ? voiceInProse(voices.get(id)!, ctx).text : id)));
}
