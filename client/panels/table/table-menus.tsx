/** The menus of a table: which columns are shown, by which one rows are grouped, and their order where there is no head to press. */
import type { ReactNode } from 'react';
import { Menu } from '@mantine/core';
import { IconArrowsSort, IconColumns3, IconLayoutRows, type TablerIcon } from '@tabler/icons-react';
import { words } from '../../i18n/messages.ts';
import type { Column } from './columns.ts';

const t = words.table;

/** A button above a table with a menu below it. `staysOpen`: several of its items are chosen, one after the other. */
function TableMenu({ icon: Icon, label, staysOpen = false, children }: { icon: TablerIcon; label: string; staysOpen?: boolean; children: ReactNode }) {
  return (
    <Menu position="bottom-end" withinPortal closeOnItemClick={!staysOpen}>
      <Menu.Target>
        <button type="button" className="btn small">
          <Icon size={14} stroke={1.7} aria-hidden />
          <span className="label">{label}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown className="table-menu">{children}</Menu.Dropdown>
    </Menu>
  );
}

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
    <TableMenu icon={IconColumns3} label={t.columns} staysOpen>
      {columns.map((column) => {
        const on = shown.includes(column.id);
        return (
          <Menu.CheckboxItem key={column.id} checked={on} disabled={on && shown.length === 1} onChange={(next) => onToggle(column.id, next)}>
            {column.label}
          </Menu.CheckboxItem>
        );
      })}
    </TableMenu>
  );
}

export function GroupMenu<T>({ columns, group, onGroup }: { columns: readonly Column<T>[]; group: string; onGroup: (id: string) => void }) {
  const now = columns.find(({ id }) => id === group);
  return (
    <TableMenu icon={IconLayoutRows} label={now ? t.groupedBy(now.label) : t.group}>
      <Menu.RadioGroup value={group} onChange={onGroup}>
        {[{ id: '', label: t.noGroup }, ...columns.filter(({ value }) => value)].map(({ id, label }) => (
          <Menu.RadioItem key={id} value={id}>
            {label}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </TableMenu>
  );
}

interface Sort {
  id: string;
  down: boolean;
}
export function OrderMenu<T>({ columns, sort, onSort }: { columns: readonly Column<T>[]; sort: Sort; onSort: (sort: Sort) => void }) {
  return (
    <TableMenu icon={IconArrowsSort} label={t.sort}>
      {columns.map(({ id, label, number }) => {
        const on = sort.id === id;
        const down = on ? !sort.down : number === true || id === 'standing';
        return (
          <Menu.Item key={id} onClick={() => onSort({ id, down })}>
            {on ? t.sortedBy(label, sort.down) : label}
          </Menu.Item>
        );
      })}
    </TableMenu>
  );
}
