/** The whole legend: edges, widths, marks, shapes, and what is in view. A name filters, a number selects what it counts. */
import type { ReactNode } from 'react';
import type { NodeView } from '../../../server/contract/views.ts';
import { ENTITY_TYPES } from '../../../server/domain/model/lists.ts';
import { useDeps } from '../../acts/deps.ts';
import { selectCounted } from '../../acts/select-counted.ts';
import { setFilters, toggled } from '../../acts/set-filters.ts';
import { tallied } from '../../state/filters/filters.ts';
import { differences, type Encoding, marks, standings, widths } from '../../state/filters/legend.ts';
import { useMarked } from '../../state/marks/use-marked.ts';
import { useView } from '../../state/store.ts';
import { EntityMark } from '../../ui/entity-mark.tsx';
import { Term } from '../../ui/term.tsx';
import { words } from '../../i18n/messages.ts';
import { Sample } from './sample.tsx';
import { originsLine, shareLine } from './view-lines.ts';
import { useViewFacts } from './use-view-facts.ts';

const t = words.disclosure;
/** The meaning of the marks, in more words than the strip has room for. */
const NOTES: Record<string, string> = {
  contested: t.contestedNote,
  open: t.openEndNote,
  inferred: t.inferredNote,
  uncertain: t.uncertainNote,
  'rank--1': t.disputedNote,
};
const isVague = (node: NodeView): boolean => node.unnamed || node.generic || node.candidates.length > 0;
const LISTED = 8;

interface EntryProps {
  sample?: ReactNode;
  text: string;
  foreign?: boolean;
  claims?: string[];
  entities?: string[];
  filter?: { title: string; on: boolean; press: () => void; check?: boolean };
  onDone: () => void;
}
function Entry({ sample, text, foreign, claims, entities, filter, onDone }: EntryProps) {
  const deps = useDeps();
  const ids = claims ?? entities ?? [];
  const label = entities ? words.filters.selectEntities(ids.length, text) : words.filters.selectClaims(ids.length, text);
  const what = (
    <>
      {sample}
      <span dir={foreign ? 'auto' : undefined}>{text}</span>
    </>
  );
  return (
    <li>
      {filter ? (
        <button
          type="button"
          className={filter.check && !filter.on ? 'entry off' : 'entry'}
          {...(filter.check ? { role: 'checkbox', 'aria-checked': filter.on } : { 'aria-pressed': filter.on })}
          title={filter.title}
          onClick={filter.press}
        >
          {what}
        </button>
      ) : (
        <span className="entry">{what}</span>
      )}
      {ids.length === 0 ? (
        <span className="count none">0</span>
      ) : (
        <button
          type="button"
          className="count"
          aria-label={label}
          title={label}
          onClick={() => {
            selectCounted(deps, { claims, entities });
            onDone();
          }}
        >
          {ids.length}
        </button>
      )}
    </li>
  );
}

export function LegendSheet({ onDone }: { onDone: () => void }) {
  const deps = useDeps();
  const marked = useView((s) => s.marks?.claims);
  const drawn = useMarked();
  const { stats, cases, filters, view, nameOf, lines, dates, told } = useViewFacts();
  const entry = (one: Encoding): ReactNode => {
    const { filter } = one;
    return (
      <Entry
        key={one.id}
        text={NOTES[one.id] ?? one.text}
        sample={<Sample sample={one.sample} length={46} />}
        claims={drawn.edges.filter(one.has).map((edge) => edge.id)}
        onDone={onDone}
        filter={filter && { title: filter.title, on: filter.on(filters), press: () => setFilters(deps, filter.press(!filter.on(filters))) }}
      />
    );
  };
  const named = (part: 'sources' | 'voices') =>
    tallied(view.edges, (edge) => (part === 'sources' ? edge.sources : edge.originVoices))
      .slice(0, LISTED)
      .map(([id, edges]) => (
        <Entry
          key={id}
          foreign
          text={nameOf(id)}
          claims={edges.map((edge) => edge.id)}
          onDone={onDone}
          filter={{ title: t.filterOne(nameOf(id)), on: filters[part].includes(id), press: () => setFilters(deps, { [part]: toggled(filters[part], id) }) }}
        />
      ));
  const vague = view.nodes.filter(isVague).map((node) => node.id);
  return (
    <div className="dialog">
      <section aria-label={t.inView}>
        <p>
          {stats && shareLine(view.nodes.length, view.edges, stats)} {originsLine(view.edges, nameOf)}
        </p>
        <dl className="view-facts">
          <dt>{t.dates}</dt>
          <dd>
            {dates}
            {view.uncertain.length > 0 && ` · ${words.clocks.undated(view.uncertain.length)}`}
          </dd>
          <dt>{t.filters}</dt>
          <dd>{lines.length === 0 ? words.filters.none : lines.join('; ')}</dd>
          <dt>{t.cases}</dt>
          <dd dir="auto">{cases?.shown.map(({ title }) => title).join('; ')}</dd>
          <dt>{t.told}</dt>
          <dd dir="auto">{told}</dd>
        </dl>
        <p className="meta">
          {t.help} {t.afar}
        </p>
      </section>
      <div className="legend-sheet">
        <section aria-label={t.standing}>
          <h3 className="heading">
            <Term term="standing">{t.standing}</Term>
          </h3>
          <ul>{standings().map(entry)}</ul>
          {marked && (
            <>
              <h3 className="heading">{t.differences}</h3>
              <ul>{differences(marked).map(entry)}</ul>
            </>
          )}
          <h3 className="heading">{t.marks}</h3>
          <ul>{marks().map(entry)}</ul>
        </section>
        <section aria-label={t.nodes}>
          <h3 className="heading">{t.nodes}</h3>
          <ul>
            {ENTITY_TYPES.map((type) => (
              <Entry
                key={type}
                text={words.type[type]}
                sample={<EntityMark type={type} />}
                entities={view.nodes.filter((node) => node.type === type).map((node) => node.id)}
                onDone={onDone}
                filter={{
                  title: t.filterType(words.types[type]),
                  on: !filters.hiddenTypes.includes(type),
                  check: true,
                  press: () => setFilters(deps, { hiddenTypes: toggled(filters.hiddenTypes, type) }),
                }}
              />
            ))}
            <Entry text={t.dashed} sample={<EntityMark type="Person" vague />} entities={vague} onDone={onDone} />
          </ul>
        </section>
        <section aria-label={t.widths}>
          <h3 className="heading">
            <Term term="origin">{t.widths}</Term>
          </h3>
          <ul>{widths().map(entry)}</ul>
          {view.sources.length > 0 && (
            <>
              <h3 className="heading">{t.sourcesInView}</h3>
              <ul>{named('sources')}</ul>
            </>
          )}
          {view.voices.length > 0 && (
            <>
              <h3 className="heading">{t.originsInView}</h3>
              <ul>{named('voices')}</ul>
            </>
          )}
        </section>
      </div>
    </div>
  );
}
