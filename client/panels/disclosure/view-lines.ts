/** Sentences of the legend on a view: the share of the data shown, and its origins. Shown in the sheet and printed into pictures. */
import type { EdgeView } from '../../../server/contract/views.ts';
import { tallied } from '../../state/filters/filters.ts';
import { words } from '../../i18n/messages.ts';

const t = words.disclosure;
/** Origins named in a line; the rest is counted. */
const NAMED = 12;

interface Loaded {
  entities: number;
  claims: number;
}
export function shareLine(entities: number, edges: readonly EdgeView[], loaded: Loaded): string {
  return t.shareLine(entities, loaded.entities, edges.length, loaded.claims, t.percent(loaded.claims === 0 ? 0 : edges.length / loaded.claims));
}

export function originsLine(edges: readonly EdgeView[], nameOf: (id: string) => string): string {
  const names = tallied(edges, (edge) => edge.originVoices).map(([id]) => nameOf(id));
  return names.length === 0 ? t.noOrigins : t.originsLine(names.slice(0, NAMED), Math.max(0, names.length - NAMED));
}
