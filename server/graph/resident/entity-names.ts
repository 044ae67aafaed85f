/** Which entities have a name, and the terms of all names, so that a search in memory looks at few of them. */
import type { InSlices } from '../../domain/figures/in-slices.ts';
import { NameIndex } from '../../domain/searching/name-index.ts';
import { nameForms } from '../../domain/searching/name-forms.ts';
import type { Entity, Name } from '../../domain/model/records.ts';
import { runInSlices } from '../run-in-slices.ts';
import type { ViewState } from './view-state.ts';

/** Names kept beyond those of the case: past it the index is built anew, without those that nobody has any more. */
const SPARE = 200_000;

/** Shared by all states: a name has the same terms in each, and between two revisions few names change. */
let index = new NameIndex();
/** By state: ids of the entities that bear a name. */
const bearers = new WeakMap<ViewState, Promise<{ names: NameIndex; of: Map<string, string[]> }>>();

/** The names by which an entity is found at the clocks: a description where no name may be shown. */
export function searchedNames(state: ViewState, entity: Entity): Name[] {
  const names = state.namesOf(entity);
  if (names.length > 0) return names;
  const shown = state.node(entity.id);
  return shown ? [{ text: shown.name, lang: shown.nameLang, kind: 'label' }] : [];
}

/** Entities of which some name may be a spelling of what was typed. The first search of a state reads all its names, in slices. */
export async function bearersOf(state: ViewState, typed: string): Promise<Entity[]> {
  let filling = bearers.get(state);
  if (!filling) bearers.set(state, (filling = runInSlices(fill(state))));
  const { names, of } = await filling;
  const ids = new Set(names.candidates(nameForms(typed)).flatMap((text) => of.get(text) ?? []));
  return [...ids].flatMap((id) => state.records.entities.get(id) ?? []);
}

export const formsOf = (text: string) => index.formsOf(text);

function* fill(state: ViewState): InSlices<{ names: NameIndex; of: Map<string, string[]> }> {
  const { entities } = state.records;
  if (index.size > entities.size * 2 + SPARE) index = new NameIndex();
  // Another state may begin a new index meanwhile.
  const names = index;
  const found = new Map<string, string[]>();
  for (const entity of entities.values()) {
    for (const { text } of searchedNames(state, entity)) {
      names.add(text);
      const others = found.get(text);
      if (others) others.push(entity.id);
      else found.set(text, [entity.id]);
    }
    yield;
  }
  return { names, of: found };
}
