/** Refuses unclear clocks: one with an open end would filter nothing, and a time of day without a zone means another instant on every machine. */
import { latestDay } from './edtf-dates.ts';
import { AppError, type Problem } from '../model/errors.ts';
import type { Clocks } from '../model/questions.ts';

const INSTANT = /^\d{4}-\d{2}-\d{2}T/;
const WITH_ZONE = /(?:Z|[+-]\d{2}:?\d{2})$/;

/** @throws AppError `invalid` that names each unclear clock, and each that is no date */
export function refuseUnclearClocks({ happened, published, recorded }: Clocks): void {
  const problems = Object.entries({ happened, published, recorded }).flatMap(([clock, text]) => (text === undefined ? [] : (faultOf(clock, text) ?? [])));
  const [first] = problems;
  if (first) throw new AppError('invalid', `${first.message}; ${first.remedy}.`, { problems });
}

function faultOf(clock: string, text: string): Problem | undefined {
  const named = { pointer: `/${clock}` };
  if (clock === 'recorded' && INSTANT.test(text))
    return WITH_ZONE.test(text)
      ? undefined
      : {
          ...named,
          code: 'no-zone',
          message: `${clock} is "${text}": a time of day without a zone is another instant on every machine`,
          remedy: 'add Z or an offset such as +02:00 (in an address %2B02:00), or give the day alone',
        };
  const last = lastDayOrFault(text);
  if (typeof last !== 'number')
    return {
      ...named,
      code: 'no-date',
      message: `${clock} is “${text}”: ${last.message}`,
      remedy: `${last.remedy ?? ''}${clock === 'recorded' ? ', or an instant such as 2024-06-30T12:00:00Z' : ''}`,
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
function lastDayOrFault(text: string): number | Pick<Problem, 'message' | 'remedy'> {
  try {
    return latestDay(text);
  } catch (error) {
    if (error instanceof AppError) return error.details.problems?.[0] ?? { message: error.message };
    throw error;
  }
}
