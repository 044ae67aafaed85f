/** Filters a table by the values of its columns: each with the number of rows it would let pass beside the other filters. */
import { useMemo, useState } from 'react';
import { Popover } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { toggled } from '../../acts/set-filters.ts';
import { words } from '../../i18n/messages.ts';
import { type Column, valuesOf } from './columns.ts';

const t = words.table;

export interface FilterMenuProps<T> {
  columns: readonly Column<T>[];
  chosen: ReadonlyMap<string, string[]>;
  /** Rows that pass the filters of all other columns. */
  itemsFor: (column: string) => readonly T[];
  onChoose: (column: string, values: string[]) => void;
}

export function FilterMenu<T>({ columns, chosen, itemsFor, onChoose }: FilterMenuProps<T>) {
  const [opened, setOpened] = useState(false);
  const filtering = columns.filter(({ value }) => value);
  const [id, setId] = useState(filtering[0]?.id ?? '');
  const column = filtering.find((one) => one.id === id) ?? filtering[0];
  if (!column) return null;
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <button type="button" className="btn ghost small" style={{ color: 'var(--accent)' }} onClick={() => setOpened(!opened)}>
          <IconPlus size={14} stroke={1.8} aria-hidden />
          {t.filter}
        </button>
      </Popover.Target>
      <Popover.Dropdown className="table-menu filter" aria-label={t.filter}>
        <label>
          <span className="heading">{t.filterBy}</span>
          <select className="field" value={column.id} onChange={(event) => setId(event.target.value)}>
            {filtering.map((one) => (
              <option key={one.id} value={one.id}>
                {one.label}
              </option>
            ))}
          </select>
        </label>
        {opened && (
          <Values column={column} items={itemsFor(column.id)} chosen={chosen.get(column.id) ?? []} onChoose={(values) => onChoose(column.id, values)} />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

interface ValuesProps<T> {
  column: Column<T>;
  items: readonly T[];
  chosen: readonly string[];
  onChoose: (values: string[]) => void;
}
function Values<T>({ column, items, chosen, onChoose }: ValuesProps<T>) {
  const values = useMemo(() => valuesOf(column, items), [column, items]);
  const there = new Set(values.map(([value]) => value));
  return (
    <fieldset className="bare-set values">
      <legend className="visually-hidden">{column.label}</legend>
      {/* A value that was chosen stays, though no row has it any more. */}
      {[...values, ...chosen.filter((value) => !there.has(value)).map((value): [string, number] => [value, 0])].map(([value, n]) => (
        <label key={value} className="check">
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => onChoose(toggled(chosen, value))} />
          <span dir="auto">{value || t.notTold}</span>
          <span className="meta">{n.toLocaleString('en')}</span>
        </label>
      ))}
    </fieldset>
  );
}
