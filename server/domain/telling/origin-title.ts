/** The title of an origin in a list: the body whose word it is, or the page that nobody signs; never the curator's own name for it. */
import { bareVoiceName } from './in-prose.ts';
import { capitalised, listed, type NarrationContext } from './narration.ts';
import { isCuratorsName, unsignedWords } from './source-in-prose.ts';

/** @param sources ids of the sources told of, among which a page that nobody signs is looked for */
export function originTitle(voiceId: string, sources: Iterable<string>, ctx: NarrationContext): string {
  const voice = ctx.records.voices.get(voiceId);
  if (!voice) return voiceId;
  if (!isCuratorsName(voice)) return bareVoiceName(voice);
  const own = [...sources].flatMap((id) => ctx.records.sources.get(id) ?? []).filter(({ voice: of }) => of === voiceId);
  const pages = new Set(own.map(unsignedWords));
  const isListed = own.some(({ url, archive }) => url !== undefined || archive !== undefined);
  return capitalised(`${pages.size === 0 ? 'an unsigned page' : listed([...pages])}${isListed ? ', address in the list of sources' : ''}`);
}
