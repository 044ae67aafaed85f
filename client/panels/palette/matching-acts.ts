/** Finds the acts for a text typed into the palette: every word of it is in the act's label, section or key, or among the other words for it. */
import type { Act, ActContext } from '../../acts/act.ts';
import { keyText } from '../../acts/key-text.ts';
import { words } from '../../i18n/messages.ts';

export function holdsAll(text: string, typed: string): boolean {
  const there = text.toLocaleLowerCase();
  return typed
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => there.includes(word));
}

/** All matching acts but the one that opened the palette: first those with exactly that label, then those whose label begins with it, then those that hold it. */
export function matchingActs(acts: readonly Act[], context: ActContext, typed: string): Act[] {
  const wanted = typed.trim().toLocaleLowerCase();
  const distance = (act: Act): number => {
    const label = act.label(context).toLocaleLowerCase();
    if (wanted === '' || !label.includes(wanted)) return 3;
    if (!label.startsWith(wanted)) return 2;
    return label === wanted ? 0 : 1;
  };
  return acts
    .filter(
      (act) =>
        act.id !== 'palette' &&
        holdsAll(`${act.label(context)} ${words.sections[act.section]} ${act.key ? keyText(act.key) : ''} ${words.also[act.id] ?? ''}`, wanted),
    )
    .toSorted((a, b) => distance(a) - distance(b));
}
