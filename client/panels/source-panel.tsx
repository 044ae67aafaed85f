/** A source or a voice: its stake, whose text it carries, and what rests on it alone. */
import { useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import { sourceQuery, voiceQuery } from "../api/queries.ts";
import type { claimListItem, SourceView, VoiceView } from "../../server/contract/views.ts";
import { useDeps } from "../acts/deps.ts";
import { openClaim, openPanel } from "../acts/open-things.ts";
import { useView } from "../state/store.ts";
import { ClaimRow } from "../ui/claim-row.tsx";
import { dateText } from "../ui/date-text.ts";
import { Await } from "../ui/states.tsx";
import { words } from "../i18n/messages.ts";
import { PanelHead } from "./panel-head.tsx";

const t = words.lists;
type Item = z.output<typeof claimListItem>;

/** A stake in words: "accuser as to Iran, party throughout". */
export function stakeText(stake: VoiceView["stake"]): string {
  if (stake === "none") return t.noStake;
  if (stake === "unclear") return t.unclear;
  return stake.map((entry) => (entry.entity ? t.stakeIn(entry.as, entry.entity.name) : t.stakeAll(entry.as))).join(", ");
}

function Claims({ title, items, total }: { title: string; items: Item[]; total: number }) {
  const deps = useDeps();
  if (total === 0) return null;
  return (
    <section style={{ borderBlockStart: "1px solid var(--line)", paddingBlock: 12 }}>
      <h3 className="heading" style={{ padding: "0 16px 4px" }}>{title}{items.length < total && ` · ${t.partial(items.length, total)}`}</h3>
      {items.map((claim) => <ClaimRow key={claim.id} claim={claim} onOpen={(id) => openClaim(deps, id)} />)}
    </section>
  );
}

function Sources({ title, sources }: { title: string; sources: SourceView[] }) {
  const deps = useDeps();
  if (sources.length === 0) return null;
  return (
    <section className="block">
      <h3 className="heading">{title}</h3>
      <ul>{sources.map((source) => (
        <li key={source.id}><button type="button" className="link" dir="auto" onClick={() => openPanel(deps, { kind: "source", id: source.id })}>{source.shortTitle}</button>{!source.seen && <span className="meta"> · {t.unseen}</span>}</li>
      ))}</ul>
    </section>
  );
}

/** Filters what is drawn to what rests on one source or voice. */
function OnlyThis({ source, voice }: { source?: string; voice?: string }) {
  const deps = useDeps();
  const filters = useView((s) => s.history.present.filters);
  const drawnSome = useView((s) => s.history.present.canvas.claims.length > 0);
  const on = source !== undefined ? filters.sources.includes(source) : voice !== undefined && filters.voices.includes(voice);
  if (!drawnSome) return null;
  const change = source !== undefined ? { sources: on ? [] : [source] } : { voices: on || voice === undefined ? [] : [voice] };
  return (
    <button type="button" className="btn small" aria-pressed={on} style={{ marginBlockStart: 10 }} onClick={() => deps.store.dispatch({ type: "filters", words: words.acts.filters, filters: { ...filters, ...change } })}>{t.only}</button>
  );
}

export function SourcePanel({ id }: { id: string }) {
  const deps = useDeps();
  const clocks = useView((s) => s.history.present.clocks);
  const asked = useQuery(sourceQuery(id, clocks));
  return (
    <>
      <PanelHead chips={asked.data ? [[t.source, "accent"], [asked.data.source.kind, ""]] : []} />
      <div className="scroll" key={id} tabIndex={0} role="region" aria-label={asked.data?.source.shortTitle}>
        <Await asked={asked} rows={8}>
          {({ source, carries, carriedBy, readFor, rootOf, alone, totals }) => (
            <>
              <div style={{ padding: "8px 16px 14px" }}>
                <h2 className="proposition" style={{ padding: 0 }} dir="auto" lang={source.language}>{source.title ?? source.shortTitle}</h2>
                <p className="meta" style={{ marginBlockStart: 4 }}>
                  {[source.publisher, source.authors?.join(", "), source.published && t.published(dateText(source.published)), source.seen ? t.seen : t.unseen].filter(Boolean).join(" · ")}
                </p>
                <p className="meta"><button type="button" className="link" dir="auto" onClick={() => openPanel(deps, { kind: "voice", id: source.voice.id })}>{source.voice.name}</button></p>
                {source.url && <p className="meta"><a href={source.url} target="_blank" rel="noopener noreferrer">{t.open}</a>{source.archive && <> · <a href={source.archive} target="_blank" rel="noopener noreferrer">{t.archive}</a></>}</p>}
                <OnlyThis source={source.id} />
              </div>
              <Sources title={t.carries} sources={carries} />
              <Sources title={t.carriedBy} sources={carriedBy} />
              <Claims title={t.alone(totals.alone)} items={alone} total={totals.alone} />
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
  const clocks = useView((s) => s.history.present.clocks);
  const asked = useQuery(voiceQuery(id, clocks));
  return (
    <>
      <PanelHead chips={[[t.voice, "accent"]]} />
      <div className="scroll" key={id} tabIndex={0} role="region" aria-label={asked.data?.voice.name}>
        <Await asked={asked} rows={8}>
          {({ voice, sources, claims, alone, totals, carriedBy }) => (
            <>
              <div style={{ padding: "8px 16px 14px" }}>
                <h2 className="proposition" style={{ padding: 0 }} dir="auto">{voice.name}</h2>
                <OnlyThis voice={voice.id} />
              </div>
              <section className="block">
                <h3 className="heading">{t.stake}</h3>
                {typeof voice.stake === "string" ? <p>{stakeText(voice.stake)}</p> : (
                  <ul>{voice.stake.map((entry) => <li key={`${entry.as} ${entry.entity?.id ?? "all"}`}>{entry.entity ? t.stakeIn(entry.as, entry.entity.name) : t.stakeAll(entry.as)}<p className="meta" dir="auto">{entry.why}</p></li>)}</ul>
                )}
                {carriedBy.length > 0 && <p className="meta">{t.carriedByVoices}: {carriedBy.map((v) => v.name).join(", ")}</p>}
              </section>
              <Sources title={t.sources} sources={sources} />
              <Claims title={t.alone(totals.alone)} items={alone} total={totals.alone} />
              <Claims title={t.rootOf(totals.claims)} items={claims} total={totals.claims} />
            </>
          )}
        </Await>
      </div>
    </>
  );
}
