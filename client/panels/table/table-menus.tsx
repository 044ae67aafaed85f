/** The menus of a table: which columns are shown, by which one rows are grouped, and their order where there is no head to press. */
import { Menu } from '@mantine/core';
import { IconArrowsSort, IconColumns3, IconLayoutRows } from '@tabler/icons-react';
import { words } from '../../i18n/messages.ts';
import type { Column } from './columns.ts';

const t = words.table;

export function ColumnsMenu<T>({
  columns,
  shown,
  onToggle,
}: {
  columns: readonly Column<T>[];
  shown: readonly string[];
  onToggle: (id: string, on: boolean) => void;
}) {
  return (
    <Menu position="bottom-end" withinPortal closeOnItemClick={false}>
      <Menu.Target>
        <button type="button" className="btn small">
          <IconColumns3 size={14} stroke={1.7} aria-hidden />
          <span className="label">{t.columns}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown className="table-menu">
        {columns.map((column) => {
          const on = shown.includes(column.id);
          return (
            <Menu.CheckboxItem key={column.id} checked={on} disabled={on && shown.length === 1} onChange={(next) => onToggle(column.id, next)}>
              {column.label}
            </Menu.CheckboxItem>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}

export function GroupMenu<T>({ columns, group, onGroup }: { columns: readonly Column<T>[]; group: string; onGroup: (id: string) => void }) {
  const now = columns.find(({ id }) => id === group);
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <button type="button" className="btn small">
          <IconLayoutRows size={14} stroke={1.7} aria-hidden />
          <span className="label">{now ? t.groupedBy(now.label) : t.group}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown className="table-menu">
        <Menu.RadioGroup value={group} onChange={onGroup}>
          {[{ id: '', label: t.noGroup }, ...columns.filter(({ value }) => value)].map(({ id, label }) => (
            <Menu.RadioItem key={id} value={id}>
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}

interface Sort {
  id: string;
  down: boolean;
}
export function OrderMenu<T>({ columns, sort, onSort }: { columns: readonly Column<T>[]; sort: Sort; onSort: (sort: Sort) => void }) {
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <button type="button" className="btn small">
          <IconArrowsSort size={14} stroke={1.7} aria-hidden />
          <span className="label">{t.sort}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown className="table-menu">
        {columns.map(({ id, label, number }) => {
          const on = sort.id === id;
          const down = on ? !sort.down : number === true || id === 'standing';
          return (
            <Menu.Item key={id} onClick={() => onSort({ id, down })}>
              {on ? t.sortedBy(label, sort.down) : label}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
