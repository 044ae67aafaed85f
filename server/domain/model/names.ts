/** Chooses what an entity is called at a date: where no visible source prints its name, a description is shown instead (model.md, "Time"). */
import type { Entity, LangText, Name } from './records.ts';
import type { EntityType, NameKind } from './lists.ts';

export interface NameView {
  /** Whether a source is visible at the clocks of the view; absent: all are. */
  sourceVisible?: (id: string) => boolean;
  /** Texts of the visible `described-as` claims, the best first. */
  describedAs?: readonly LangText[];
}

const PREFERENCE: readonly NameKind[] = ['primary', 'alias', 'former', 'nickname', 'transliteration', 'label'];

/**
 * The names that may be shown. A name that lists `sources` needs one that is visible; a name without sources is always shown. Where an entity has names with
 * sources and none of them may be shown, its transliterations are hidden too, because they would give the name away.
 */
export function visibleNames(entity: Pick<Entity, 'names'>, view: NameView = {}): Name[] {
  const { sourceVisible } = view;
  if (!sourceVisible) return entity.names;
  const isSourced = (name: Name) => name.sources !== undefined && name.sources.length > 0;
  const printed = (name: Name) => isSourced(name) && (name.sources ?? []).some(sourceVisible);
  const silenced = entity.names.some(isSourced) && !entity.names.some(printed);
  return entity.names.filter((name) => (isSourced(name) ? printed(name) : name.kind !== 'transliteration' || !silenced));
}

/** The name to show: the best visible one by kind, then as written; else the first description; else "Unnamed person" or the like by type. */
export function displayName(entity: Pick<Entity, 'names' | 'type'>, view: NameView = {}): Name {
  const visible = visibleNames(entity, view);
  for (const kind of PREFERENCE) {
    const name = visible.find((candidate) => candidate.kind === kind);
    if (name) return name;
  }
  const described = view.describedAs?.[0];
  if (described) return { text: described.text, lang: described.lang, kind: 'label' };
  return { text: standInName(entity.type), lang: 'en', kind: 'label' };
}

/** What an entity is called of which nothing visible prints a name or a description. */
export function standInName(type: EntityType): string {
  return `Unnamed ${type.toLowerCase()}`;
}
