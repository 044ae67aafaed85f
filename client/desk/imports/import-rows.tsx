/** The plan of an import as rows: claims by their sentences, before and after, with a tick each; then other records, and those refused. */
import { useRef, useState } from 'react';
import type { ImportReport, ImportRow } from '../../../server/contract/routes/imports.ts';
import { LineSample, originsText } from '../../ui/figures.tsx';
import { words } from '../../i18n/messages.ts';
import { EFFECTS, FILTERS, isChosenAlone, isFound, passes, type RefusedRow, type RowFilter, rowKey } from './import-choice.ts';
import { recordNameAt } from './file-lines.ts';
import type { FileContent } from './use-contents.ts';

const t = words.imports;
const SIGNS = { new: '+', changed: '~', affected: '~', removed: '−' } as const;

interface RowsProps {
  report: ImportReport;
  refused: readonly RefusedRow[];
  unticked: ReadonlySet<string>;
  onTick: (unticked: ReadonlySet<string>) => void;
  contents: ReadonlyMap<string, FileContent>;
  at: string | undefined;
  onAt: (key: string) => void;
}

export function ImportRows({ report, refused, unticked, onTick, contents, at, onAt }: RowsProps) {
  const [filter, setFilter] = useState<RowFilter>('all');
  const [search, setSearch] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const rows = report.rows ?? [];
  const count = (of: RowFilter): number =>
    of === 'refused' ? refused.length : rows.filter((row) => passes(row, of)).length + (of === 'all' ? refused.length : 0);
  const shown = rows.filter((row) => passes(row, filter) && isFound(row.name, search));
  const nameOf = ({ place }: RefusedRow): string => recordNameAt(contents.get(place.file)?.value, place);
  const shownRefused = filter === 'all' || filter === 'refused' ? refused.filter((row) => isFound(nameOf(row), search)) : [];
  const tick = (of: readonly ImportRow[], on: boolean): void => {
    const next = new Set(unticked);
    for (const row of of.filter(isChosenAlone)) {
      if (on) next.delete(rowKey(row));
      else next.add(rowKey(row));
    }
    onTick(next);
  };
  const groups = [
    [t.claims, shown.filter(({ kind, did }) => kind === 'claim' && did !== 'removed')],
    [t.others, shown.filter(({ kind, did }) => kind !== 'claim' && did !== 'removed')],
    [t.removed, shown.filter(({ did }) => did === 'removed')],
  ] as const;
  /** J and K go through the rows, where one does not type. */
  const walk = (event: React.KeyboardEvent): void => {
    const by = { j: 1, k: -1 }[event.key];
    if (by === undefined || event.ctrlKey || event.metaKey) return;
    const stops = [...(list.current?.querySelectorAll<HTMLElement>('[data-stop]') ?? [])];
    const now = stops.indexOf(document.activeElement as HTMLElement);
    stops[Math.min(stops.length - 1, Math.max(0, now + by))]?.focus();
    event.preventDefault();
  };
  return (
    <>
      <p className="import-does" lang="en" role="status">
        {report.claims.summary.length === 0 ? t.noClaim : `${report.claims.summary.join(', ')}.`}
      </p>
      <div className="row wrap import-filters">
        <FilterSet label={t.filterBy} of={FILTERS} {...{ filter, setFilter, count }} />
        <FilterSet label={t.effectBy} of={EFFECTS} {...{ filter, setFilter, count }} />
        <input
          className="field"
          type="search"
          aria-label={t.search}
          placeholder={t.search}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </div>
      <div className="import-rows scroll" ref={list} role="region" aria-label={t.rows} tabIndex={0} onKeyDown={walk}>
        {groups.map(
          ([label, of]) =>
            of.length > 0 && (
              <section key={label} aria-label={label}>
                <GroupHead label={label} rows={of} unticked={unticked} onTick={(on) => tick(of, on)} />
                <ul>
                  {of.map((row) => (
                    <Row key={rowKey(row)} row={row} ticked={!unticked.has(rowKey(row))} onTick={(on) => tick([row], on)} />
                  ))}
                </ul>
              </section>
            ),
        )}
        {shownRefused.length > 0 && (
          <section aria-label={t.refused}>
            <div className="import-head">
              <b>{t.refused}</b> <span className="meta">{t.refusedNote}</span>
              <span className="meta">{shownRefused.length}</span>
            </div>
            <ul>
              {shownRefused.map((row) => (
                <li key={row.key} className="import-row refused" data-at={row.key === at || undefined}>
                  <span className="sign" aria-hidden>
                    ×
                  </span>
                  <button type="button" className="link said" data-stop aria-label={t.openProblem(nameOf(row))} onClick={() => onAt(row.key)}>
                    <span lang="en" dir="auto">
                      {nameOf(row)}
                    </span>
                  </button>
                  <span className="meta wrong" lang="en" dir="auto">
                    {row.rests ? t.rests : row.faults[0]?.message}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )}
        {shown.length + shownRefused.length === 0 && <p className="block meta">{t.noRows}</p>}
        {rows.length >= 1_000 && <p className="block meta">{t.moreRows(rows.length)}</p>}
      </div>
    </>
  );
}

interface FilterSetProps {
  label: string;
  of: readonly RowFilter[];
  filter: RowFilter;
  setFilter: (filter: RowFilter) => void;
  count: (of: RowFilter) => number;
}
function FilterSet({ label, of, filter, setFilter, count }: FilterSetProps) {
  return (
    <div className="segmented" role="group" aria-label={label}>
      {of.map((one) => (
        <button key={one} type="button" aria-pressed={filter === one} onClick={() => setFilter(filter === one ? 'all' : one)}>
          {t.filters[one]} <span className="meta">{count(one).toLocaleString('en')}</span>
        </button>
      ))}
    </div>
  );
}

interface HeadProps {
  label: string;
  rows: readonly ImportRow[];
  unticked: ReadonlySet<string>;
  onTick: (on: boolean) => void;
}
function GroupHead({ label, rows, unticked, onTick }: HeadProps) {
  const choosable = rows.filter(isChosenAlone);
  const ticked = choosable.filter((row) => !unticked.has(rowKey(row))).length;
  return (
    <div className="import-head">
      {choosable.length > 0 && (
        <input
          type="checkbox"
          aria-label={t.tickAll(label)}
          checked={ticked === choosable.length}
          ref={(box) => {
            if (box) box.indeterminate = ticked > 0 && ticked < choosable.length;
          }}
          onChange={(event) => onTick(event.target.checked)}
        />
      )}
      <b>{label}</b> <span className="meta">{rows.length.toLocaleString('en')}</span>
    </div>
  );
}

function Row({ row, ticked, onTick }: { row: ImportRow; ticked: boolean; onTick: (on: boolean) => void }) {
  const { did, name, kind } = row;
  return (
    <li className="import-row" data-did={did} data-out={!ticked || undefined}>
      {isChosenAlone(row) ? (
        <input type="checkbox" data-stop aria-label={t.tick(name)} checked={ticked} onChange={(event) => onTick(event.target.checked)} />
      ) : (
        <span />
      )}
      <span className="sign" aria-hidden>
        {SIGNS[did]}
      </span>
      <span>
        <span className="said" lang="en" dir="auto">
          {name}
        </span>
        <span className="meta">{kind === 'claim' ? <ClaimDoes row={row} /> : `${words.changes.kind(kind)} · ${t.did[did]}`}</span>
      </span>
      {row.told && <Standing told={row.told} />}
    </li>
  );
}

function ClaimDoes({ row: { did, told } }: { row: ImportRow }) {
  if (!told) return t.did[did];
  const { before, after } = told;
  if (!before) return t.newClaim(after.citations, originsText(after), after.uninvolvedOrigins);
  const parts = [
    t.did[did],
    ...(before.origins === after.origins ? [] : [`${originsText(before)} → ${originsText(after)}`]),
    ...(before.uninvolvedOrigins === after.uninvolvedOrigins ? [] : [`${before.uninvolvedOrigins} → ${after.uninvolvedOrigins} ${words.evidence.uninvolved}`]),
    ...(before.contested === after.contested ? [] : [after.contested ? t.becomes : t.noMore]),
  ];
  return parts.join(' · ');
}

/** The standing before, where it is another, and after. */
function Standing({ told: { before, after } }: { told: NonNullable<ImportRow['told']> }) {
  return (
    <span className="import-standing">
      {before && before.level !== after.level && (
        <>
          <LineSample rank={before.rank} />
          <span className="visually-hidden">{words.standing[before.level]}</span> →{' '}
        </>
      )}
      <LineSample rank={after.rank} /> {words.standing[after.level]}
    </span>
  );
}
