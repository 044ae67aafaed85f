/** What fields and choices of the forms are called. */
import { words } from '../../../i18n/messages.ts';
import { fieldLabel } from '../../../panels/changes/field-words.ts';
import type { Field } from './fields.ts';

const t = words.forms;

export function labelOf({ name, as }: Pick<Field, 'name' | 'as'>): string {
  const own: Record<string, string> = t.field;
  const key = as ?? name;
  return Object.hasOwn(own, key) ? own[key]! : fieldLabel(name);
}
/** The words of a choice, where the model has words for it. */
export function optionLabel(field: string, option: string): string {
  const lists: Record<string, Record<string, string>> = {
    type: words.type,
    types: words.type,
    typesNot: words.type,
    throughTypes: words.type,
    subject: words.type,
    takes: words.type,
    group: words.group,
    groups: words.group,
    role: words.role,
    roles: words.role,
    standingAtLeast: words.standing,
    standingAtMost: words.standing,
    order: { hops: words.forms.fewestHops, 'weakest-hop': words.forms.weakestHop },
  };
  const list = lists[field] ?? {};
  return Object.hasOwn(list, option) ? list[option]! : option;
}
