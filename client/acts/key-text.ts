/** Keys of acts: as an event spells them, and as people read them. */
import { words } from '../i18n/messages.ts';

/** "F", "Shift N", "Ctrl Shift Z", "Esc", "/". */
export function keyText(key: string): string {
  return key
    .split('+')
    .map((part) => words.keys.name[part] ?? part.toUpperCase())
    .join(' ');
}

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** The key pressed as acts name it. On a keyboard of another script a letter is told by its place. */
export function keyOf(event: Pressed): string | undefined {
  if (event.altKey) return undefined;
  const plain = /^Key[A-Z]$/.test(event.code) && !/^[\x20-\x7e]$/.test(event.key) ? event.code.slice(3) : event.key;
  const key = plain.toLowerCase();
  const letter = /^[a-z]$/.test(key);
  // Shift is a part of how "?" is typed, and a choice with a letter.
  return [event.ctrlKey || event.metaKey ? 'ctrl' : '', event.shiftKey && letter ? 'shift' : '', key].filter((part) => part !== '').join('+');
}
