/** The marks of a claim on the timeline: a date as far as it is told, and the steps of its standing. */
import type { BoundedDate, EdgeView, TableRow } from '../../../server/contract/views.ts';
import { RANK_OF_LEVEL } from '../../../server/domain/model/lists.ts';
import type { TimeBy } from '../../state/view.ts';
import { dateText } from '../../ui/date-text.ts';
import { words } from '../../i18n/messages.ts';
import { standingRows } from '../evidence/standing-steps.ts';

const t = words.timeline;
const DAY_MS = 86_400_000;
/** The day as the number of days since 1970-01-01. */
export const dayOf = (date: string): number => Date.parse(date) / DAY_MS;

/** `in`: by the date of the view; `maybe`: perhaps later; `later`: after it for certain. */
export type Seen = 'in' | 'maybe' | 'later';
export interface Mark {
  key: string;
  /** A date of the claim itself, or a step of its standing. */
  kind: 'date' | 'step';
  /** First and last possible day; undefined where that end is open. */
  from?: number;
  to?: number;
  /** Its ends are about so (`~`, `%`). */
  about: boolean;
  /** The source itself is unsure (`?`, `%`). */
  unsure: boolean;
  rank: number;
  /** False for a step that does not count at its own level. */
  counts: boolean;
  seen: Seen;
  /** The date, and for a step its standing and whose word it is. */
  text: string;
  /** The same in short, to stand beside the mark. */
  tag: string;
}
export interface TimedClaim {
  claim: EdgeView;
  /** By their first day; empty where no date is told. */
  marks: Mark[];
  /** What the row is ordered by: its first day, or the last one where the start is open. */
  first?: number;
  /** Steps without a date. */
  undatedSteps: number;
  /** Later than the date of the view in all its marks, for certain or perhaps. */
  seen: Seen;
}

/** A date that says nothing (XXXX) is none. */
const UNKNOWN_YEAR = /^X{4}/;
const isTold = (date: BoundedDate | undefined): date is BoundedDate =>
  date !== undefined && !UNKNOWN_YEAR.test(date.edtf) && (date.from !== undefined || date.to !== undefined);

function boundsOf({ from, to, edtf }: BoundedDate, clock: number | undefined): Pick<Mark, 'from' | 'to' | 'about' | 'unsure' | 'seen'> {
  const [first, last] = [from === undefined ? undefined : dayOf(from), to === undefined ? undefined : dayOf(to)];
  const by = (last ?? Infinity) <= (clock ?? Infinity);
  const after = clock !== undefined && (first ?? -Infinity) > clock;
  return {
    ...(first !== undefined && { from: first }),
    ...(last !== undefined && { to: last }),
    about: /[~%]/.test(edtf),
    unsure: /[?%]/.test(edtf),
    seen: by ? 'in' : after ? 'later' : 'maybe',
  };
}
const startOf = ({ from, to }: Mark): number => from ?? to ?? 0;

/**
 * @param clock the day at which the view stands on that axis, in days since 1970-01-01; undefined: no day
 */
export function timedClaim({ claim, published, steps }: TableRow, by: TimeBy, clock: number | undefined): TimedClaim {
  // That it was reported is what any publication says.
  const dated = standingRows(by === 'happened' ? steps : steps.flatMap((step) => (step.level === 'reported' ? [] : { ...step, on: step.published })));
  const marks: Mark[] = [];
  const named = new Set<string>();
  let undatedSteps = 0;
  dated.forEach(({ step }, i) => {
    // A report is no step of its own where it has no date: the claim itself is that.
    if (!isTold(step.on)) return void (undatedSteps += step.level === 'reported' ? 0 : 1);
    named.add(step.on.edtf);
    marks.push({
      key: `step ${i}`,
      kind: 'step',
      ...boundsOf(step.on, clock),
      rank: step.fell === 'reported' ? RANK_OF_LEVEL.reported : (step.rank ?? -1),
      counts: step.counts,
      tag: t.stepTag(words.standing[step.level], step.by?.name),
      text: t.step(words.standing[step.level], step.by?.name, dateText(step.on), step.fell && words.evidence.fell[step.fell]),
    });
  });
  const own = by === 'happened' ? claim.happened : published.filter(({ edtf }) => !named.has(edtf));
  const once = new Map(own.filter(isTold).map((date) => [date.edtf, date]));
  for (const date of once.values()) {
    const text = `${dateText(date)}${date.basis !== undefined && date.basis !== 'stated' ? ` ${words.table.mark}` : ''}`;
    marks.push({
      key: `date ${date.edtf}`,
      kind: 'date',
      ...boundsOf(date, clock),
      rank: claim.rank,
      counts: true,
      text,
      tag: text,
    });
  }
  marks.sort((a, b) => startOf(a) - startOf(b) || (a.kind === b.kind ? 0 : a.kind === 'date' ? -1 : 1));
  const judged = marks.some(({ kind }) => kind === 'date') ? marks.filter(({ kind }) => kind === 'date') : marks;
  const seen = judged.length === 0 || judged.some((mark) => mark.seen === 'in') ? 'in' : judged.some((mark) => mark.seen === 'maybe') ? 'maybe' : 'later';
  return { claim, marks, ...(marks[0] && { first: startOf(marks[0]) }), undatedSteps, seen };
}

/** In words, for those who do not see where a mark stands. */
export function marksInWords({ marks, undatedSteps }: TimedClaim, by: TimeBy): string {
  const dates = marks.filter(({ kind }) => kind === 'date').map(({ text }) => text);
  return [
    ...(dates.length > 0 ? [by === 'happened' ? words.dates.or(dates) : t.publishedOn(dates)] : []),
    ...marks.filter(({ kind }) => kind === 'step').map(({ text }) => text),
    ...(undatedSteps > 0 ? [t.undatedSteps(undatedSteps)] : []),
  ].join('; ');
}
