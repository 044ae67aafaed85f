/** The error of an entity that nobody has, or that nobody had at the dates of a view. */
import { AppError } from '../domain/model/errors.ts';
import type { Clocks } from '../domain/model/questions.ts';

export function noEntity(id: string, { happened, published, recorded }: Clocks = {}): AppError {
  const isDated = happened !== undefined || published !== undefined || recorded !== undefined;
  return new AppError('not-found', `There is no entity "${id}"${isDated ? ' at these dates' : ''}.`);
}
