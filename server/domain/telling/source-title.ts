/** The title of a source, short in a list and in full in a footnote, and of an origin in a list. */
import { dateWithBasis } from './describe-standing.ts';
import { bareVoiceName, isCuratorsName, isUnsigned, unsignedWords } from './in-prose.ts';
import { capitalised, listed, type NarrationContext } from './narration.ts';
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

/**
 * The title of an origin in a list: the body whose word it is, or the page that nobody signs; never the curator's own name for it.
 * @param sources ids of the sources told of, among which a page that nobody signs is looked for
 */
export function originTitle(voiceId: string, sources: Iterable<string>, ctx: NarrationContext): string {
  const voice = ctx.records.voices.get(voiceId);
  if (!voice) return voiceId;
  if (!isCuratorsName(voice)) return bareVoiceName(voice);
  const own = [...sources].flatMap((id) => ctx.records.sources.get(id) ?? []).filter(({ voice: of }) => of === voiceId);
  const pages = new Set(own.map(unsignedWords));
  const isListed = own.some(({ url, archive }) => url !== undefined || archive !== undefined);
  return capitalised(`${pages.size === 0 ? 'an unsigned page' : listed([...pages])}${isListed ? ', address in the list of sources' : ''}`);
}

/** A title in square brackets was given by the curator and is not put in quotation marks. */
function quoted(title: string): string {
  return title.startsWith('[') ? title : `“${title}”`;
}
