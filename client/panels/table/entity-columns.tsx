/** The columns of entities. */
import type { NodeView } from '../../../server/contract/views.ts';
import { EntityMark } from '../../ui/entity-mark.tsx';
import { words } from '../../i18n/messages.ts';
import { namingLines } from '../../ui/why-unnamed.ts';
import { named } from './claim-columns.tsx';
import type { Column } from './columns.ts';

const t = words.table;

/** What is to be known of an entity besides its name. */
function marksText(node: NodeView): string {
  const e = words.entity;
  return [...namingLines(node), node.generic && e.generic, node.aggregate && e.aggregate, node.unsure && e.unsure, node.atRisk && e.atRisk]
    .filter((line) => line !== false)
    .join('; ');
}

/** @param claimsOf the number of claims among the rows that name an entity */
export function entityColumns(claimsOf: (id: string) => number): Column<NodeView>[] {
  const columns: Omit<Column<NodeView>, 'label' | 'means'>[] = [
    {
      id: 'name',
      width: [180, 2],
      text: ({ name }) => name,
      cell: (node) => (
        <>
          <EntityMark type={node.type} vague={node.unnamed || node.generic} />
          <span lang={node.nameLang} dir="auto">
            {node.name}
          </span>
        </>
      ),
    },
    { id: 'type', width: [100, 1], text: ({ type }) => words.type[type], value: ({ type }) => words.type[type] },
    { id: 'kind', width: [100, 1], text: ({ kind }) => kind ?? '', value: ({ kind }) => kind ?? t.notTold },
    { id: 'claims', number: true, width: [116, 0.5], text: ({ id }) => String(claimsOf(id)), order: ({ id }) => claimsOf(id) },
    { id: 'degree', number: true, width: [112, 0.5], text: ({ degree }) => String(degree), order: ({ degree }) => degree },
    { id: 'marks', width: [140, 3], text: marksText, value: (node) => marksText(node) || t.no },
    { id: 'id', hidden: true, width: [120, 2], text: ({ id }) => id },
  ];
  return columns.map((column) => named(column));
}
