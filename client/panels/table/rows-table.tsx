/** A table of rows of one kind: search, filters, columns, order, groups, and what is taken out of it. */
import { useMemo, useState, type ReactNode } from 'react';
import { useElementSize } from '@mantine/hooks';
import { IconCopy, IconDownload, IconSearch, IconX } from '@tabler/icons-react';
import { useTable } from '@tanstack/react-table';
import { useDeps } from '../../acts/deps.ts';
import { useDraft } from '../../state/drafts.ts';
import { words } from '../../i18n/messages.ts';
import { type Column, type Features, features, rowsAsText, tableColumns, wordSearch } from './columns.ts';
import { FilterMenu } from './filter-menu.tsx';
import { Grid, type Line } from './grid.tsx';
import { ColumnsMenu, GroupMenu, OrderMenu } from './table-menus.tsx';

const t = words.table;
/** Below this width in px rows are cards. */
const NARROW = 520;

interface Settings {
  sort: { id: string; down: boolean };
  filters: [column: string, values: string[]][];
  group: string;
  /** Columns shown or hidden otherwise than usual. */
  columns: Record<string, boolean>;
  search: string;
}

export interface RowsTableProps<T> {
  /** Names what is kept of the settings through a reload. */
  kind: 'claims' | 'entities';
  items: readonly T[];
  columns: readonly Column<T>[];
  /** The order at first, the highest first. */
  sort: Settings['sort'];
  /** Columns that every copied row has, whatever is shown. */
  alwaysCopied: readonly string[];
  chosen: ReadonlySet<string>;
  shown: string | undefined;
  empty: string;
  card: (item: T) => ReactNode;
  cardHeight: number;
  /** What stands before the search: the kinds of rows, and where they come from. */
  head: ReactNode;
  scope: ReactNode;
  foot: (item: T | undefined) => ReactNode;
  onOpen: (item: T) => void;
  onChoose: (item: T, add: boolean) => void;
  /** Takes these rows out, with the filters of the table in words. */
  onExport: (items: readonly T[], lines: string[]) => void;
}

export function RowsTable<T extends { id: string }>(props: RowsTableProps<T>) {
  const { items, columns, kind } = props;
  const deps = useDeps();
  const { ref, width } = useElementSize();
  const narrow = width > 0 && width < NARROW;
  const [settings, setSettings] = useDraft<Settings>(`table of ${kind}`, { sort: props.sort, filters: [], group: '', columns: {}, search: '' });
  const change = (part: Partial<Settings>): void => setSettings({ ...settings, ...part });
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState<T | undefined>();
  const definitions = useMemo(() => tableColumns(columns), [columns]);
  const search = useMemo(() => wordSearch(columns), [columns]);
  const known = (id: string): boolean => columns.some((column) => column.id === id);
  const filters = settings.filters.filter(([id]) => known(id));
  const grouped = known(settings.group) ? settings.group : '';
  const table = useTable<Features, T>({
    features,
    data: items as T[],
    columns: definitions as never,
    getRowId: (item) => item.id,
    autoResetExpanded: false,
    groupedColumnMode: false,
    getColumnCanGlobalFilter: () => true,
    globalFilterFn: (row, _, typed: string) => search(row.original, typed),
    state: {
      sorting: [{ id: settings.sort.id, desc: settings.sort.down }],
      columnFilters: filters.map(([id, value]) => ({ id, value })),
      globalFilter: settings.search.trim(),
      grouping: grouped === '' ? [] : [grouped],
      expanded: true,
      columnVisibility: Object.fromEntries(columns.map((column) => [column.id, settings.columns[column.id] ?? !column.hidden])),
    },
  });
  const model = table.getRowModel().rows;
  const lines = useMemo((): Line<T>[] => {
    const list: Line<T>[] = [];
    let open = true;
    for (const row of model) {
      if (row.getIsGrouped()) {
        open = !folded.has(row.id);
        list.push({ key: row.id, group: String(row.groupingValue ?? ''), count: row.getLeafRows().length, open });
      } else if (open) list.push({ key: row.id, item: row.original });
    }
    return list;
  }, [model, folded]);
  const passing = useMemo(() => table.getSortedRowModel().flatRows.filter((row) => !row.getIsGrouped()), [model]);
  const shownColumns = columns.filter((column) => settings.columns[column.id] ?? !column.hidden);
  const copied = (): string => {
    const rows = passing.map((row) => row.original);
    const some = rows.filter((item) => props.chosen.has(item.id));
    const ofRow = columns.filter((column) => shownColumns.includes(column) || props.alwaysCopied.includes(column.id));
    return rowsAsText(ofRow, some.length > 0 ? some : rows);
  };
  const chosenHere = passing.filter((row) => props.chosen.has(row.id)).length;
  const toCopy = chosenHere > 0 ? chosenHere : passing.length;
  const copy = (): void => {
    Promise.resolve()
      // Without a secure context `navigator.clipboard` is undefined, so this may throw.
      .then(() => navigator.clipboard.writeText(copied()))
      .then(
        () => deps.tell(t.copied(toCopy)),
        () => deps.tell(words.errors.notCopied, true),
      );
  };
  const labelOf = (id: string): string => columns.find((column) => column.id === id)?.label ?? id;
  const inWords = (): string[] => [
    ...filters.filter(([, values]) => values.length > 0).map(([id, values]) => t.line(labelOf(id), values)),
    ...(settings.search.trim() === '' ? [] : [t.searchLine(settings.search.trim())]),
  ];
  return (
    <section className="table-view" aria-label={t.region} ref={ref}>
      <div className="table-bar">
        {props.head}
        <div className="table-tools">
          {narrow && <OrderMenu columns={columns} sort={settings.sort} onSort={(sort) => change({ sort })} />}
          {!narrow && (
            <ColumnsMenu
              columns={columns}
              shown={shownColumns.map(({ id }) => id)}
              onToggle={(id, on) => change({ columns: { ...settings.columns, [id]: on } })}
            />
          )}
          <GroupMenu columns={columns} group={grouped} onGroup={(group) => change({ group })} />
          <button type="button" className="btn small" disabled={passing.length === 0} title={t.copyTitle(toCopy)} onClick={copy}>
            <IconCopy size={14} stroke={1.7} aria-hidden />
            <span className="label">{t.copy}</span>
          </button>
          <button
            type="button"
            className="btn small"
            disabled={passing.length === 0}
            title={t.csvTitle(passing.length)}
            onClick={() =>
              props.onExport(
                passing.map((row) => row.original),
                inWords(),
              )
            }
          >
            <IconDownload size={14} stroke={1.7} aria-hidden />
            <span className="label">{t.csv}</span>
          </button>
        </div>
      </div>
      <div className="table-bar second">
        {props.scope}
        {filters.map(([id, values]) => (
          <span key={id} className="chip accent">
            <span dir="auto">{t.chip(labelOf(id), values)}</span>
            <button
              type="button"
              className="chip-drop"
              aria-label={t.dropFilter(labelOf(id))}
              title={t.dropFilter(labelOf(id))}
              onClick={() => change({ filters: filters.filter(([other]) => other !== id) })}
            >
              <IconX size={12} aria-hidden />
            </button>
          </span>
        ))}
        <FilterMenu
          columns={columns}
          chosen={new Map(filters)}
          itemsFor={(id) =>
            table
              .getColumn(id)
              ?.getFacetedRowModel()
              .flatRows.flatMap((row) => (row.getIsGrouped() ? [] : row.original)) ?? []
          }
          onChoose={(id, values) =>
            change({ filters: [...filters.filter(([other]) => other !== id), ...(values.length > 0 ? [[id, values] as [string, string[]]] : [])] })
          }
        />
        <label className="table-search">
          <IconSearch size={14} stroke={1.7} aria-hidden />
          <input
            type="search"
            value={settings.search}
            maxLength={200}
            aria-label={t.search(items.length)}
            placeholder={t.search(items.length)}
            onChange={(event) => change({ search: event.target.value })}
            dir="auto"
          />
        </label>
        <span className="meta" role="status">
          {t.shown(passing.length, items.length)}
        </span>
      </div>
      {lines.length === 0 ? (
        <p className="notice">{items.length === 0 ? props.empty : t.none}</p>
      ) : (
        <Grid
          label={t.rows[kind](passing.length)}
          lines={lines}
          columns={shownColumns}
          sorted={settings.sort}
          card={narrow ? props.card : undefined}
          cardHeight={props.cardHeight}
          isChosen={(item) => props.chosen.has(item.id)}
          shown={props.shown}
          onSort={(id) =>
            change({
              sort:
                settings.sort.id === id
                  ? { id, down: !settings.sort.down }
                  : { id, down: columns.find((c) => c.id === id)?.number === true || id === 'standing' },
            })
          }
          onFold={(key) => setFolded(new Set(folded.has(key) ? [...folded].filter((one) => one !== key) : [...folded, key]))}
          onOpen={props.onOpen}
          onChoose={props.onChoose}
          onActive={setActive}
          copied={copied}
        />
      )}
      {props.foot(active && passing.some((row) => row.id === active.id) ? active : undefined)}
    </section>
  );
}
