/** Finds the dates of a change that do not even have the form of one, as the description of the API gives it. */
import { parseEdtf } from '../dates/edtf-dates.ts';
import { EDTF_PATTERN } from '../dates/edtf-pattern.ts';
import { AppError, type Problem, pointerOf } from '../model/errors.ts';

/**
 * A problem for each; `pointer` leads to it from the root of the request. A date that has the form and is none all the same (its end comes before its start)
 * is none of these: only a rule can say that, and it is told with what else is wrong with the records.
 * @param at pointer of the value
 */
export function datesWithoutForm(value: unknown, at: string): Problem[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]): Problem[] => {
    const pointer = at + pointerOf([key]);
    if (key !== 'edtf' || typeof part !== 'string') return datesWithoutForm(part, pointer);
    return EDTF_PATTERN.test(part) ? [] : [{ ...faultOf(part), pointer }];
  });
}

function faultOf(text: string): Problem {
  const remedy = 'write a date like 2022, 2022-07 or 2022-07-28 (EDTF level 1)';
  try {
    parseEdtf(text);
  } catch (error) {
    if (error instanceof AppError) return { code: 'invalid-date', message: error.message, remedy: error.details.problems?.[0]?.remedy ?? remedy };
    throw error;
  }
  return { code: 'invalid-date', message: `${JSON.stringify(text)} is no date`, remedy };
}
