/** A source or a voice: its stake, which sources it takes from, whose text it carries, and the claims that rest on it alone. */
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { sourceQuery, voiceGlanceQuery, voiceQuery, voicesQuery } from '../api/queries.ts';
import type { claimListItem, SourceView } from '../../server/contract/views.ts';
import { useDeps } from '../acts/deps.ts';
import { openClaim, openEntity, openPanel } from '../acts/open-things.ts';
import { EditButton } from '../desk/forms/edit-button.tsx';
import { useView } from '../state/store.ts';
import { ClaimRow } from '../ui/claim-row.tsx';
import { dateText } from '../ui/date-text.ts';
import { Await } from '../ui/states.tsx';
import { useDrawnClocks } from '../state/use-drawn-clocks.ts';
import { words } from '../i18n/messages.ts';
import { HistoryButton } from './changes/history-button.tsx';
import { NotesOn } from './notebook/notes-on.tsx';
import { StrikeButton } from './what-if/strike-button.tsx';
import { PanelHead } from './panel-head.tsx';
import { AtAGlance } from './sources/at-a-glance.tsx';
import { Stake } from './sources/stake.tsx';
import { TakesFrom } from './sources/takes-from.tsx';

const t = words.lists;
type Item = z.output<typeof claimListItem>;

function Claims({ title, items, total }: { title: string; items: Item[]; total: number }) {
  const deps = useDeps();
  if (total === 0) return null;
  return (
    <section style={{ borderBlockStart: '1px solid var(--line)', paddingBlock: 12 }}>
      <h3 className="heading" style={{ padding: '0 16px 4px' }}>
        {title}
        {items.length < total && ` · ${t.partial(items.length, total)}`}
      </h3>
      {items.map((claim) => (
        <ClaimRow key={claim.id} claim={claim} onOpen={(id) => openClaim(deps, id)} />
      ))}
    </section>
  );
}

function Sources({ title, sources }: { title: string; sources: SourceView[] }) {
  const deps = useDeps();
  if (sources.length === 0) return null;
  return (
    <section className="block">
      <h3 className="heading">{title}</h3>
      <ul>
        {sources.map((source) => (
          <li key={source.id}>
            <button type="button" className="link" lang="en" dir="auto" onClick={() => openPanel(deps, { kind: 'source', id: source.id })}>
              {source.shortTitle}
            </button>
            {!source.seen && <span className="meta"> · {t.unseen}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The claims that rest on it alone; where there are none it says so. */
function Alone({ items, total }: { items: Item[]; total: number }) {
  if (total > 0) return <Claims title={t.alone(total)} items={items} total={total} />;
  return (
    <section className="block">
      <h3 className="heading">{t.aloneTitle}</h3>
      <p className="meta">{t.aloneNone}</p>
    </section>
  );
}

/** Entities or voices by name, each of which can be opened; with the number of its claims, where that is known. */
function Named({ title, named, kind }: { title: string; named: { id: string; name: string; claims?: number }[]; kind: 'entity' | 'voice' }) {
  const deps = useDeps();
  return (
    <section className="block">
      <h3 className="heading">{title}</h3>
      <ul>
        {named.map(({ id, name, claims }) => (
          <li key={id}>
            <button
              type="button"
              className="link"
              lang="en"
              dir="auto"
              onClick={() => (kind === 'entity' ? openEntity(deps, id) : openPanel(deps, { kind, id }))}
            >
              {name}
            </button>
            {claims !== undefined && <span className="meta"> · {t.total(claims, claims)}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The stake of the voice of a source. */
function StakeOf({ voice }: { voice: string }) {
  const known = useQuery(voicesQuery()).data?.voices.find(({ id }) => id === voice);
  return known ? <Stake stake={known.stake} /> : null;
}

/** A button that filters the drawing to claims resting on one source or voice. */
function OnlyThis({ source, voice }: { source?: string; voice?: string }) {
  const deps = useDeps();
  const filters = useView((s) => s.history.present.filters);
  const drawnSome = useView((s) => s.history.present.canvas.claims.length > 0);
  const on = source !== undefined ? filters.sources.includes(source) : voice !== undefined && filters.voices.includes(voice);
  if (!drawnSome) return null;
  const change = source !== undefined ? { sources: on ? [] : [source] } : { voices: on || voice === undefined ? [] : [voice] };
  return (
    <button
      type="button"
      className="btn small"
      aria-pressed={on}
      onClick={() => deps.store.dispatch({ type: 'filters', words: words.acts.filters, filters: { ...filters, ...change } })}
    >
      {t.only}
    </button>
  );
}

export function SourcePanel({ id }: { id: string }) {
  const deps = useDeps();
  const clocks = useDrawnClocks();
  const asked = useQuery(sourceQuery(id, clocks));
  return (
    <>
      <PanelHead
        chips={
          asked.data
            ? [
                [t.source, 'accent'],
                [asked.data.source.kind, ''],
              ]
            : []
        }
      />
      <div className="scroll" key={id} tabIndex={0} role="region" aria-label={asked.data?.source.shortTitle}>
        <Await asked={asked} rows={8}>
          {({ source, carries, carriedBy, readFor, rootOf, alone, totals }) => (
            <>
              <div style={{ padding: '8px 16px 14px' }}>
                <h2 className="proposition" style={{ padding: 0 }} dir="auto" lang={source.language}>
                  {source.title ?? source.shortTitle}
                </h2>
                <p className="meta" style={{ marginBlockStart: 4 }}>
                  {[source.publisher, source.authors?.join(', '), source.published && t.published(dateText(source.published)), source.seen ? t.seen : t.unseen]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
                <p className="meta">
                  <button type="button" className="link" lang="en" dir="auto" onClick={() => openPanel(deps, { kind: 'voice', id: source.voice.id })}>
                    {source.voice.name}
                  </button>
                </p>
                {source.url && (
                  <p className="meta">
                    <a href={source.url} target="_blank" rel="noopener noreferrer">
                      {t.open}
                    </a>
                    {source.urlBasis === 'outside' && ` (${t.addressOutside})`}
                    {source.archive && (
                      <>
                        {' '}
                        ·{' '}
                        <a href={source.archive} target="_blank" rel="noopener noreferrer">
                          {t.archive}
                        </a>
                      </>
                    )}
                  </p>
                )}
                <div className="row wrap" style={{ marginBlockStart: 10 }}>
                  <OnlyThis source={source.id} />
                  <StrikeButton kind="source" id={source.id} name={source.shortTitle} />
                  <EditButton kind="source" id={source.id} />
                  <HistoryButton kind="source" id={source.id} />
                </div>
              </div>
              <StakeOf voice={source.voice.id} />
              <Sources title={t.carries} sources={carries} />
              <Sources title={t.carriedBy} sources={carriedBy} />
              <NotesOn about={{ kind: 'source', id: source.id }} />
              <TakesFrom ids={[source.id]} self={source.voice.id} />
              <Alone items={alone} total={totals.alone} />
              <Claims title={t.rootOf(totals.rootOf)} items={rootOf} total={totals.rootOf} />
              <Claims title={t.readFor(totals.readFor)} items={readFor} total={totals.readFor} />
            </>
          )}
        </Await>
      </div>
    </>
  );
}

export function VoicePanel({ id }: { id: string }) {
  const clocks = useDrawnClocks();
  const asked = useQuery(voiceQuery(id, clocks));
  // Counted where the case is held in memory.
  const counted = useQuery(voiceGlanceQuery(id, clocks)).data?.carriedBy;
  return (
    <>
      <PanelHead chips={[[t.voice, 'accent']]} />
      <div className="scroll" key={id} tabIndex={0} role="region" aria-label={asked.data?.voice.name}>
        <Await asked={asked} rows={8}>
          {({ voice, sources, claims, alone, totals, carriedBy }) => (
            <>
              <div style={{ padding: '8px 16px 14px' }}>
                <h2 className="proposition" style={{ padding: 0 }} lang="en" dir="auto">
                  {voice.name}
                </h2>
                <div className="row wrap" style={{ marginBlockStart: 10 }}>
                  <OnlyThis voice={voice.id} />
                  <StrikeButton kind="voice" id={voice.id} name={voice.name} />
                  <EditButton kind="voice" id={voice.id} />
                  <HistoryButton kind="voice" id={voice.id} />
                </div>
              </div>
              <Stake stake={voice.stake} />
              <AtAGlance id={voice.id} />
              {voice.entities.length > 0 && <Named title={t.speaksAs} named={voice.entities} kind="entity" />}
              <Sources title={t.sources} sources={sources} />
              {carriedBy.length > 0 && <Named title={t.carriedByVoices} named={counted ?? carriedBy} kind="voice" />}
              <NotesOn about={{ kind: 'voice', id: voice.id }} />
              <TakesFrom ids={sources.map((source) => source.id)} self={voice.id} />
              <Alone items={alone} total={totals.alone} />
              <Claims title={t.rootOf(totals.claims)} items={claims} total={totals.claims} />
            </>
          )}
        </Await>
      </div>
    </>
  );
}
