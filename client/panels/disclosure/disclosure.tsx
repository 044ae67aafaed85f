/** The strip below: what is in view of how much, the encodings, the filters, the dates; it filters on click. */
import { useState } from "react";
import { Modal } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { sourcesQuery, statsQuery, voicesQuery } from "../../api/queries.ts";
import { useDeps } from "../../acts/deps.ts";
import { RANK_OF_LEVEL, type SupportLevel } from "../../../server/domain/model.ts";
import { useDrawn } from "../../state/use-drawn.ts";
import { describeFilters } from "../../state/filters.ts";
import { useView } from "../../state/store.ts";
import { NO_FILTERS } from "../../state/view.ts";
import { LineSample } from "../../ui/figures.tsx";
import { words } from "../../i18n/messages.ts";
import { describeClocks } from "../describe-clocks.ts";
import { LegendSheet } from "./legend-sheet.tsx";

const t = words.disclosure;
const SHOWN: readonly SupportLevel[] = ["reported", "sanctioned", "charged", "found", "convicted"];

/** Names of sources and voices for filters in words. */
export function useNameOf(): (id: string) => string {
  const sources = useQuery(sourcesQuery());
  const voices = useQuery(voicesQuery());
  return (id) => sources.data?.sources.find((s) => s.id === id)?.shortTitle ?? voices.data?.voices.find((v) => v.id === id)?.name ?? id;
}

export function Disclosure() {
  const deps = useDeps();
  const [sheet, setSheet] = useState(false);
  const stats = useQuery(statsQuery());
  const document = useView((s) => s.history.present);
  const view = useDrawn();
  const nameOf = useNameOf();
  const { filters, clocks } = document;
  const lines = describeFilters(filters, nameOf);
  const dates = describeClocks(clocks);
  const uncertain = view.uncertain.length;
  const [e, ofE] = t.entities(view.nodes.length, stats.data?.entities ?? 0);
  const [c, ofC] = t.claims(view.edges.length, stats.data?.claims ?? 0);
  const contents = (): void => deps.store.dispatch({ type: "regions", regions: { tab: "contents", leftOpen: true } });
  return (
    <footer className="disclosure" id="legend" aria-label={t.region} tabIndex={-1}>
      <div className="counts">
        <button type="button" onClick={contents}><b>{e}</b> {ofE}</button>
        <button type="button" onClick={contents}><b>{c}</b> {ofC}</button>
        <button type="button" onClick={() => deps.store.dispatch({ type: "open", panel: { kind: "sources" } })}><b>{view.sources.length}</b> {t.sources(view.sources.length).replace(/^\S+ /, "")}, <b>{view.voices.length}</b> {t.origins(view.voices.length).replace(/^\S+ /, "")}</button>
        {uncertain > 0 && <span>{t.uncertain(uncertain)}</span>}
      </div>
      <div className="legend">
        {SHOWN.map((level) => {
          const rank = RANK_OF_LEVEL[level];
          const on = filters.standingAtLeast === level;
          return (
            <button
              key={level}
              type="button"
              aria-pressed={on}
              title={t.filterOn(words.rankShort[rank] ?? "")}
              onClick={() => deps.store.dispatch({ type: "filters", words: words.acts.filters, filters: { ...filters, standingAtLeast: on ? undefined : level } })}
            >
              <LineSample rank={rank} />{words.rankShort[rank]}
            </button>
          );
        })}
        <button type="button" aria-pressed={filters.originsAtLeast === 2} onClick={() => deps.store.dispatch({ type: "filters", words: words.acts.filters, filters: { ...filters, originsAtLeast: filters.originsAtLeast === 2 ? 0 : 2 } })}>
          <LineSample rank={3} width={2} length={22} /><LineSample rank={3} width={5} length={22} />{t.width}
        </button>
        <button type="button" aria-pressed={filters.contestedOnly} onClick={() => deps.store.dispatch({ type: "filters", words: words.acts.filters, filters: { ...filters, contestedOnly: !filters.contestedOnly } })}>
          <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="5" fill="var(--warning)" /></svg>{t.contested}
        </button>
      </div>
      <button type="button" className="link" onClick={() => setSheet(true)}>{t.legend}</button>
      <span className="filters">
        {dates.length > 0 && <span style={{ color: "var(--warning)" }}>{dates.join(" · ")} · </span>}
        {lines.length === 0 ? words.filters.none : (
          <button type="button" className="link" title={lines.join("; ")} onClick={() => deps.store.dispatch({ type: "filters", words: words.acts.filters, filters: NO_FILTERS })}>{words.filters.active(lines.length)} · {words.filters.clear}</button>
        )}
      </span>
      <span className="told" title={stats.data?.knowledge}>{stats.data?.knowledge.replace(/ \(.*\)/, "")}</span>
      <Modal opened={sheet} onClose={() => setSheet(false)} title={t.title} size="xl" closeButtonProps={{ "aria-label": words.app.close }}>
        <LegendSheet filters={[...lines, ...dates]} knowledge={stats.data?.knowledge ?? ""} />
      </Modal>
    </footer>
  );
}
