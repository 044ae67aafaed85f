/** Refuses unclear clocks: one with an open end would filter nothing, and a time of day without a zone means another instant on every machine. */
import { latestDay, REVERSED } from './edtf-dates.ts';
import { INSTANT_PATTERN } from './edtf-pattern.ts';
import { AppError, type Problem } from '../model/errors.ts';
import type { Clocks } from '../model/questions.ts';

const TIMED = /^\d{4}-\d{2}-\d{2}T/;
const WITH_ZONE = /(?:Z|[+-]\d{2}:?\d{2})$/;
const EXAMPLE = '2024-06-30T12:00:00Z';

/** @throws AppError that names each unclear clock, and each that is no date: `refused` where all of them are intervals that end before they start, else `invalid` */
export function refuseUnclearClocks({ happened, published, recorded }: Clocks): void {
  const problems = Object.entries({ happened, published, recorded }).flatMap(([clock, text]) => (text === undefined ? [] : (clockFault(clock, text) ?? [])));
  const [first] = problems;
  if (!first) return;
  throw new AppError(problems.every(({ code }) => code === REVERSED) ? 'refused' : 'invalid', `${first.message}; ${first.remedy}.`, { problems });
}

/** Why a text asked for as a date is none, and what to write instead; `field` is the name of a clock or of a filter. */
export function dateFault(field: string, text: string): Omit<Problem, 'pointer'> | undefined {
  if (field === 'happened' || field === 'published' || field === 'recorded') return clockFault(field, text);
  const last = lastDayOrFault(text);
  return typeof last === 'number' ? undefined : last;
}

/** Why the text is no clock of that name, and what to write instead. */
export function clockFault(clock: string, text: string): Problem | undefined {
  const named = { pointer: `/${clock}` };
  if (clock === 'recorded' && TIMED.test(text)) {
    if (INSTANT_PATTERN.test(text)) return undefined;
    if (WITH_ZONE.test(text))
      return { ...named, code: 'no-date', message: `${clock} is “${text}”: there is no such instant`, remedy: `write it like ${EXAMPLE}` };
    return {
      ...named,
      code: 'no-zone',
      message: `${clock} is "${text}": a time of day without a zone is another instant on every machine`,
      remedy: 'add Z or an offset such as +02:00 (in an address %2B02:00), or give the day alone',
    };
  }
  const last = lastDayOrFault(text);
  if (typeof last !== 'number')
    return {
      ...named,
      code: last.code === REVERSED ? REVERSED : 'no-date',
      message: `${clock} is “${text}”: ${last.message}`,
      remedy: `${last.remedy ?? ''}${clock === 'recorded' ? `, or an instant such as ${EXAMPLE}` : ''}`,
    };
  if (Number.isFinite(last)) return undefined;
  return {
    ...named,
    code: 'open-clock',
    message: `${clock} is "${text}": its end is open, so that it would leave nothing out`,
    remedy: 'give a date that has a last day, such as 2024 or 2024-06-30, or leave the clock out',
  };
}

/** The last day of a date, or why the text is none. */
function lastDayOrFault(text: string): number | Pick<Problem, 'message' | 'remedy' | 'code'> {
  try {
    return latestDay(text);
  } catch (error) {
    if (error instanceof AppError)
      return (
        error.details.problems?.[0] ?? { code: 'invalid-date', message: error.message, remedy: 'write a date like 2022, 2022-07 or 2022-07-28 (EDTF level 1)' }
      );
    throw error;
  }
}
