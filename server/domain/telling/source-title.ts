/** The title of a source: short in a list, in full in a footnote. */
import { dateWithBasis } from './describe-standing.ts';
import type { Source, Voice } from '../model/records.ts';

type Titled = Pick<Source, 'id' | 'kind' | 'publisher' | 'title'>;

/** The title, else publisher and kind, else kind and id. */
export function shortTitle(source: Titled): string {
  if (source.title !== undefined) return source.title;
  return source.publisher === undefined ? `${source.kind} (${source.id})` : `${source.publisher}, ${source.kind}`;
}

/** Authors, publisher, title and date as in a footnote. The voice is used where no publisher is known. */
export function fullTitle(source: Titled & Pick<Source, 'authors' | 'published'>, voice: Pick<Voice, 'name'> | undefined): string {
  const parts: string[] = [];
  if (source.authors && source.authors.length > 0) parts.push(source.authors.join(', '));
  parts.push(source.publisher ?? voice?.name ?? source.kind);
  if (source.title !== undefined) parts.push(quoted(source.title));
  if (source.published) parts.push(dateWithBasis(source.published));
  return parts.join(', ');
}

/** A title in square brackets was given by the curator and is not put in quotation marks. */
function quoted(title: string): string {
  return title.startsWith('[') ? title : `“${title}”`;
}
