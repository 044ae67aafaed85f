/** The plan of an import as rows: claims by their sentences, before and after, with a tick each; then other records, and those refused. */
import { useRef, useState } from 'react';
import { API_LIMITS } from '../../../server/contract/parts.ts';
import type { ImportReport, ImportRow } from '../../../server/contract/routes/imports.ts';
import { LineSample, originsText } from '../../ui/figures.tsx';
import { words } from '../../i18n/messages.ts';
import { EFFECTS, FILTERS, isChosenAlone, isFound, passes, type RefusedRow, type RowFilter, rowKey } from './import-choice.ts';
import { recordNameAt } from './file-lines.ts';
import { type RowsPart, useLongRows } from './long-rows.tsx';
import type { FileContent } from './use-contents.ts';

const t = words.imports;
/** Up to so many rows all are rendered; of more only those in view. */
const PLAIN = 400;
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
  const parts: RowsPart[] = groups.flatMap(([label, of]) =>
    of.length === 0
      ? []
      : [
          {
            label,
            head: <GroupHead label={label} rows={of} unticked={unticked} onTick={(on) => tick(of, on)} />,
            rows: of.map((row) => ({ key: rowKey(row), element: <Row row={row} ticked={!unticked.has(rowKey(row))} onTick={(on) => tick([row], on)} /> })),
          },
        ],
  );
  if (shownRefused.length > 0)
    parts.push({
      label: t.refused,
      head: (
        <div className="import-head">
          <b>{t.refused}</b> <span className="meta">{t.refusedNote}</span>
          <span className="meta">{shownRefused.length.toLocaleString('en')}</span>
        </div>
      ),
      rows: shownRefused.map((row) => ({ key: row.key, element: <Refused row={row} name={nameOf(row)} current={row.key === at} onAt={onAt} /> })),
    });
  const isLong = shown.length + shownRefused.length > PLAIN;
  const long = useLongRows(list, isLong ? parts : []);
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
      <p className="import-does" lang="en" dir="auto" role="status">
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
        {isLong
          ? long
          : parts.map(({ label, head, rows: of }) => (
              <section key={label} aria-label={label}>
                {head}
                <ul>
                  {of.map(({ key, element }) => (
                    <li key={key}>{element}</li>
                  ))}
                </ul>
              </section>
            ))}
        {shown.length + shownRefused.length === 0 && <p className="block meta">{t.noRows}</p>}
        {rows.length >= API_LIMITS.leftOutRecords && <p className="block meta">{t.moreRows(rows.length)}</p>}
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
    <div className="import-row" data-did={did} data-out={!ticked || undefined}>
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
    </div>
  );
}

/** A record that cannot be written as it stands. */
function Refused({ row, name, current, onAt }: { row: RefusedRow; name: string; current: boolean; onAt: (key: string) => void }) {
  return (
    <div className="import-row refused" data-at={current || undefined}>
      <span className="sign" aria-hidden>
        ×
      </span>
      <button type="button" className="link said" data-stop aria-label={t.openProblem(name)} onClick={() => onAt(row.key)}>
        <span lang="en" dir="auto">
          {name}
        </span>
      </button>
      <span className="meta wrong" lang="en" dir="auto">
        {row.rests ? t.rests : row.faults[0]?.message}
      </span>
    </div>
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
