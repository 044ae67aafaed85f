/** The legend as disclosure, always visible: what is in view and of how much, the encodings, the filters, the dates, and up to when it is told. */
import { lazy, Suspense, useLayoutEffect, useRef, useState } from 'react';
import { Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useDeps } from '../../acts/deps.ts';
import { openPanel } from '../../acts/open-things.ts';
import { selectCounted } from '../../acts/select-counted.ts';
import { clearFilters, setFilters } from '../../acts/set-filters.ts';
import { differences, marks, standings, widths } from '../../state/filters/legend.ts';
import { useMarked } from '../../state/marks/use-marked.ts';
import { useView } from '../../state/store.ts';
import { words } from '../../i18n/messages.ts';
import { useClocksDialog } from '../clocks-dialog.tsx';
import { Sample } from './sample.tsx';
import { useViewFacts } from './use-view-facts.ts';

export { useNameOf } from './use-name-of.ts';

const LegendSheet = lazy(() => import('./legend-sheet.tsx').then((m) => ({ default: m.LegendSheet })));
const t = words.disclosure;

export function Disclosure() {
  const phone = useMediaQuery('(max-width: 760px)') ?? false;
  const narrow = useMediaQuery('(max-width: 1919px)') ?? false;
  const [sheet, setSheet] = useState(false);
  const [loaded, setLoaded] = useState(false);
  const show = (): void => {
    setLoaded(true);
    setSheet(true);
  };
  return (
    <footer className="disclosure" id="legend" aria-label={t.region} tabIndex={-1}>
      {phone ? (
        <Short onMore={show} />
      ) : (
        <>
          <Counts />
          <Encodings narrow={narrow} onMore={show} />
          <Dates />
        </>
      )}
      <Modal opened={sheet} onClose={() => setSheet(false)} title={t.title} size="xl" fullScreen={phone} closeButtonProps={{ 'aria-label': words.app.close }}>
        {loaded && (
          <Suspense fallback={null}>
            <LegendSheet onDone={() => setSheet(false)} />
          </Suspense>
        )}
      </Modal>
    </footer>
  );
}

/** The samples, each of which sets a filter. In little space only those in view; those that the row has no room for are counted, and stand in the sheet. */
function Encodings({ narrow, onMore }: { narrow: boolean; onMore: () => void }) {
  const deps = useDeps();
  const filters = useView((s) => s.history.present.filters);
  const marked = useView((s) => s.marks?.claims);
  const view = useMarked();
  const shown = [...differences(marked), ...standings(), ...marks()].filter((one) => {
    const alwaysThere = one.id.startsWith('rank-') && one.id !== 'rank--1';
    return one.filter?.on(filters) || (alwaysThere && !narrow) || (view.edges.length === 0 ? alwaysThere && !narrow : view.edges.some(one.has));
  });
  const two = filters.originsAtLeast === 2;
  const [row, fitting] = useFitting(shown.map((one) => one.id).join(' '));
  const more = shown.length + 1 - fitting;
  return (
    <div className="legend">
      <div className="fits" ref={row}>
        {shown.map((one) => {
          const { filter } = one;
          const what = (
            <>
              <Sample sample={one.sample} length={30} />
              {one.text}
            </>
          );
          if (!filter)
            return (
              <button
                key={one.id}
                type="button"
                title={words.filters.selectClaims(view.edges.filter(one.has).length, one.text)}
                onClick={() => selectCounted(deps, { claims: view.edges.filter(one.has).map((edge) => edge.id) })}
              >
                {what}
              </button>
            );
          return (
            <button
              key={one.id}
              type="button"
              aria-pressed={filter.on(filters)}
              title={filter.title}
              onClick={() => setFilters(deps, filter.press(!filter.on(filters)))}
            >
              {what}
            </button>
          );
        })}
        <button type="button" aria-pressed={two} title={t.widthFilter} onClick={() => setFilters(deps, { originsAtLeast: two ? 0 : 2 })}>
          {widths()
            .filter(({ id }) => id === 'width-1' || id === 'width-4')
            .map((one) => (
              <Sample key={one.id} sample={one.sample} length={20} />
            ))}
          {t.width}
        </button>
      </div>
      <button type="button" className="link" aria-haspopup="dialog" onClick={onMore}>
        {t.legend}
        {more > 0 && ` ${t.legendMore(more)}`}
      </button>
    </div>
  );
}

/** Hides the items that wrap onto a second line of a row that shows one. Returns how many stand on the first. */
function useFitting(content: string): [React.RefObject<HTMLDivElement | null>, number] {
  const row = useRef<HTMLDivElement>(null);
  const [fitting, setFitting] = useState(Infinity);
  useLayoutEffect(() => {
    const { current } = row;
    if (!current) return;
    const measure = (): void => {
      const items = [...current.children].filter((item) => item instanceof HTMLElement);
      const first = items[0]?.offsetTop ?? 0;
      for (const item of items) item.style.visibility = item.offsetTop > first ? 'hidden' : '';
      setFitting(items.filter((item) => item.offsetTop <= first).length);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [content]);
  return [row, fitting];
}

function Short({ onMore }: { onMore: () => void }) {
  const { stats, view, clearable, dates } = useViewFacts();
  return (
    <div className="short">
      <button type="button" className="all" aria-haspopup="dialog" onClick={onMore}>
        <span>
          <b>{t.shortEntities(view.nodes.length, stats?.entities ?? 0)}</b> · <b>{t.shortClaims(view.edges.length, stats?.claims ?? 0)}</b>
        </span>
        <span>
          {dates} · {clearable.length === 0 ? words.filters.none : words.filters.active(clearable.length)} · <span className="link">{t.legend}</span>
        </span>
      </button>
    </div>
  );
}

function Counts() {
  const deps = useDeps();
  const { stats, view } = useViewFacts();
  const [nodes, claims] = [view.nodes.map((node) => node.id), view.edges.map((edge) => edge.id)];
  const [ofNodes, ofClaims] = [stats?.entities ?? 0, stats?.claims ?? 0];
  const share = ofClaims === 0 ? 0 : claims.length / ofClaims;
  const [e, ofE] = t.entities(nodes.length, ofNodes);
  const [c, ofC] = t.claims(claims.length, ofClaims);
  return (
    <div className="counts">
      <button
        type="button"
        aria-label={t.selectEntities(nodes.length, ofNodes)}
        title={t.selectEntities(nodes.length, ofNodes)}
        onClick={() => selectCounted(deps, { entities: nodes })}
      >
        <b>{e}</b> {ofE}
      </button>
      <button
        type="button"
        aria-label={t.selectClaims(claims.length, ofClaims)}
        title={t.selectClaims(claims.length, ofClaims)}
        onClick={() => selectCounted(deps, { claims })}
      >
        <b>{c}</b> {ofC}
      </button>
      <span className="share" title={t.share(t.percent(share))}>
        <svg width="44" height="8" viewBox="0 0 44 8" aria-hidden="true">
          <rect width="44" height="8" rx="4" fill="var(--line)" />
          <rect width={claims.length === 0 ? 0 : Math.max(3, 44 * share)} height="8" rx="4" fill="var(--accent)" />
        </svg>
        <span className="visually-hidden">{t.share(t.percent(share))}</span>
        <span aria-hidden>{t.percent(share)}</span>
      </span>
      <span>
        <button
          type="button"
          aria-label={t.openSources(view.sources.length)}
          title={t.openSources(view.sources.length)}
          onClick={() => openPanel(deps, { kind: 'sources' })}
        >
          {t.sourcesFirst(view.sources.length)}
        </button>{' '}
        <button
          type="button"
          aria-label={t.openOrigins(view.voices.length)}
          title={t.openOrigins(view.voices.length)}
          onClick={() => openPanel(deps, { kind: 'voices' })}
        >
          {t.origins(view.voices.length)}
        </button>
      </span>
    </div>
  );
}

/** The dates, what is undated at them, the filters, and up to when the case is told. */
function Dates() {
  const deps = useDeps();
  const openClocks = useClocksDialog();
  const { view, clearable, dates, told } = useViewFacts();
  return (
    <div className="dates">
      <button type="button" className={dates === words.clocks.today ? '' : 'set'} title={words.clocks.title} onClick={openClocks}>
        {dates}
      </button>
      {view.uncertain.length > 0 && (
        <button
          type="button"
          aria-label={words.clocks.selectUndated(view.uncertain.length)}
          onClick={() => selectCounted(deps, { claims: view.uncertain.map((edge) => edge.id) })}
        >
          {words.clocks.undated(view.uncertain.length)}
        </button>
      )}
      <span className="filters">
        {clearable.length === 0 ? (
          words.filters.none
        ) : (
          <button type="button" className="link" title={clearable.join('; ')} onClick={() => clearFilters(deps)}>
            {words.filters.active(clearable.length)} · {words.filters.clear}
          </button>
        )}
      </span>
      <span className="told" title={told} dir="auto">
        {told.replaceAll(/ \([^()]*\)/g, '')}
      </span>
    </div>
  );
}
