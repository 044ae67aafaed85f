/** Says in words what was not done, why, and what to do. */
import { CancelledError } from '@tanstack/react-query';
import { ApiError } from './api-error.ts';
import { words } from '../i18n/messages.ts';

/** True for a request that was stopped on purpose, where nothing is to be said. */
export function wasStopped(error: unknown): boolean {
  return error instanceof CancelledError || (error instanceof DOMException && error.name === 'AbortError');
}

export function explainError(error: unknown): string {
  if (!(error instanceof ApiError)) return error instanceof Error ? error.message : String(error);
  if (error.code === 'offline') return words.errors.offline;
  if (error.code === 'unreadable') return words.errors.unreadable;
  if (error.code === 'database-unavailable') return words.errors.database;
  if (error.status === 429 && error.problem?.limit?.name.startsWith('heavy')) return words.errors.noTurn;
  // Only an export names each id that is not there; all of them were, when they were drawn.
  const gone = error.code === 'not-found' ? (error.problem?.problems ?? []).filter((problem) => problem.code === 'unknown-id').length : 0;
  if (gone > 0) return words.errors.goneSince(gone);
  // What was refused of a request says what to do instead.
  const remedy = error.code === 'refused' || error.code === 'invalid' ? (error.problem?.problems?.[0]?.remedy ?? error.problem?.remedy) : undefined;
  return remedy === undefined ? error.message : `${error.message} ${words.errors.todo(remedy)}`;
}
