/** An error says what was not done, why, and what to do. */
import { expect, it } from 'vitest';
import { problemDetails } from '../../server/contract/problem.ts';
import { ApiError } from './api-error.ts';
import { explainError } from './explain-error.ts';

const refusedWith = (remedy: string) => {
  const detail = 'This dossier would be empty: no claim was chosen.';
  const problems = [{ code: 'empty-dossier', message: detail, remedy }];
  return new ApiError(
    'refused',
    detail,
    422,
    problemDetails.parse({ type: 'about:blank', title: 'x', status: 422, code: 'refused', detail, remedy, problems }),
  );
};

it('says the remedy of what the server refused', () => {
  expect(explainError(refusedWith('choose at least one claim'))).toBe(
    'This dossier would be empty: no claim was chosen. What to do: choose at least one claim.',
  );
});
it('says of an export whose things are gone that the case has changed, with their number', () => {
  const problems = ['a', 'b'].map((id) => ({ code: 'unknown-id', message: `There is nothing with the id "${id}".`, remedy: 'leave it out' }));
  const detail = 'There is nothing with the id "a" to export.';
  const error = new ApiError(
    'not-found',
    detail,
    404,
    problemDetails.parse({ type: 'about:blank', title: 'x', status: 404, code: 'not-found', detail, remedy: 'leave them out', problems }),
  );
  expect(explainError(error)).toContain('The case has changed: 2 things that you chose are no longer in it.');
});
