/** A source inside a sentence: its publisher, else its authors, else the body whose word it is; never the curator's own name for a page. */
import type { Source } from '../model/records.ts';
import { voiceInProse } from './in-prose.ts';
import { listed, type NarrationContext } from './narration.ts';

export function sourceInProse(id: string, ctx: NarrationContext): string {
  const source = ctx.records.sources.get(id);
  if (!source) return 'a text not on record';
  const voice = ctx.records.voices.get(source.voice);
  if (source.publisher !== undefined) return voiceInProse(voice?.name === source.publisher ? voice : { name: source.publisher }, ctx).text;
  if (source.authors && source.authors.length > 0) return listed(source.authors);
  if (voice && !isUnsigned(source, voice)) return voiceInProse(voice, ctx).text;
  return unsignedWords(source);
}

/** Whether nobody is known whose text it is: neither publisher nor author, and a voice that stands for nothing but this page. */
export function isUnsigned(source: Pick<Source, 'publisher' | 'authors'>, voice: { name: string; entities: readonly string[] } | undefined): boolean {
  if (source.publisher !== undefined || (source.authors?.length ?? 0) > 0) return false;
  return voice === undefined || isCuratorsName(voice);
}

/** What the curator calls a voice that nobody can be asked for: "Page carrying article 7". */
export function isCuratorsName({ name, entities }: { name: string; entities: readonly string[] }): boolean {
  return entities.length === 0 && name.startsWith('Page ');
}

/** "an unsigned page on the site example.org". */
export function unsignedWords({ kind, url, archive }: Pick<Source, 'kind' | 'url' | 'archive'>): string {
  const what = `an unsigned ${/page/i.test(kind) ? 'page' : kind.replaceAll('-', ' ')}`;
  const site = siteOf(url ?? archive);
  return site === undefined ? what : `${what} on the site ${site}`;
}

function siteOf(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  return new URL(address).hostname.replace(/^www\./, '');
}
