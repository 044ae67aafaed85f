/** Sources and voices as shown (contract `sourceView`, `voiceView`). */
import type { SourceView, VoiceView } from '../../contract/views.ts';
import type { Source, Voice } from '../../domain/model/records.ts';
import { shortTitle } from '../../domain/telling/source-title.ts';
import { entityReference, voiceReference } from './references.ts';
import type { ViewContext } from '../../graph/view-context.ts';

export function sourceView(source: Source, ctx: Pick<ViewContext, 'records'>): SourceView {
  return {
    id: source.id,
    dataset: source.dataset,
    kind: source.kind,
    publisher: source.publisher,
    title: source.title,
    authors: source.authors,
    language: source.language,
    url: source.url,
    urlBasis: source.urlBasis,
    archive: source.archive,
    published: source.published,
    voice: voiceReference(source.voice, ctx),
    seen: source.seen,
    textOf: source.textOf,
    shortTitle: shortTitle(source),
  };
}

/** A source that others take claims from, as an item of a list. */
export function takenFrom(source: Source, claims: number, ctx: Pick<ViewContext, 'records'>) {
  return { source: source.id, shortTitle: shortTitle(source), voice: voiceReference(source.voice, ctx), seen: source.seen, claims };
}

export function voiceView(voice: Voice, ctx: Pick<ViewContext, 'nameOf'>): VoiceView {
  const { stake } = voice;
  return {
    id: voice.id,
    dataset: voice.dataset,
    name: voice.name,
    entities: voice.entities.map((id) => entityReference(id, ctx)),
    stake:
      typeof stake === 'string'
        ? stake
        : stake.map((entry) =>
            'entity' in entry
              ? { entity: entityReference(entry.entity, ctx), as: entry.as, why: entry.why }
              : { scope: entry.scope, as: entry.as, why: entry.why },
          ),
  };
}
