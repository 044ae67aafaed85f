/** The error of an entity that nobody has, or that nobody had at the dates of a view. */
import { AppError } from '../domain/model/errors.ts';
import { isStruck, standsAtADate, type Clocks } from '../domain/model/questions.ts';

export function noEntity(id: string, clocks: Clocks = {}): AppError {
  const view = `${standsAtADate(clocks) ? ' at these dates' : ''}${isStruck(clocks.without) ? ' without what is struck' : ''}`;
  return new AppError('not-found', `There is no entity "${id}"${view}.`);
}
