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
