/** The title of a source: short in a list, in full in a footnote. */
import { dateWithBasis } from './describe-standing.ts';
import { bareVoiceName } from './in-prose.ts';
import { capitalised } from './narration.ts';
import { isCuratorsName, isUnsigned, unsignedWords } from './source-in-prose.ts';
import type { Source, Voice } from '../model/records.ts';

type Titled = Pick<Source, 'id' | 'kind' | 'publisher' | 'title'>;

/** The title, else publisher and kind, else kind and id. */
export function shortTitle(source: Titled): string {
  if (source.title !== undefined) return source.title;
  return source.publisher === undefined ? `${source.kind} (${source.id})` : `${source.publisher}, ${source.kind}`;
}

/**
 * Authors, publisher, title and date as in a footnote. Where no publisher is known it is the body whose word it is, never what the curator calls the page: "an
 * unsigned page on the site example.org, address in the list of sources".
 * @param isInList whether it stands in that list, beside its address
 */
export function fullTitle(
  source: Titled & Pick<Source, 'authors' | 'published' | 'url' | 'archive'>,
  voice: Pick<Voice, 'name' | 'entities'> | undefined,
  isInList = false,
): string {
  const parts: string[] = [];
  if (source.authors && source.authors.length > 0) parts.push(source.authors.join(', '));
  if (isUnsigned(source, voice))
    parts.push(
      isInList ? capitalised(unsignedWords(source)) : unsignedWords(source),
      ...(isInList || (source.url === undefined && source.archive === undefined) ? [] : ['address in the list of sources']),
    );
  else if (source.publisher !== undefined) parts.push(source.publisher);
  else if (voice && !isCuratorsName(voice) && !parts.includes(bareVoiceName(voice))) parts.push(bareVoiceName(voice));
  if (source.title !== undefined) parts.push(quoted(source.title));
  if (source.published) parts.push(dateWithBasis(source.published));
  return parts.join(', ');
}

/** A title in square brackets was given by the curator and is not put in quotation marks. */
function quoted(title: string): string {
  return title.startsWith('[') ? title : `“${title}”`;
}
