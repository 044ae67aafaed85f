/** Names of keys: as events give them, and as people read them. */
import { words } from '../i18n/messages.ts';

/** "F", "Shift N", "Ctrl Shift Z", "Esc", "/". */
export function keyText(key: string): string {
  if (key === '+') return key;
  return key
    .split('+')
    .map((part) => words.keys.name[part] ?? part.toUpperCase())
    .join(' ');
}

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** The pressed key in the notation of acts. On a keyboard of another script a letter is identified by its position. */
export function keyOf(event: Pressed): string | undefined {
  if (event.altKey) return undefined;
  const plain = /^Key[A-Z]$/.test(event.code) && !/^[\x20-\x7e]$/.test(event.key) ? event.code.slice(3) : event.key;
  const key = plain.toLowerCase();
  const letter = /^[a-z]$/.test(key);
  // Shift is named with letters only; for "?" it is part of typing the character.
  return [event.ctrlKey || event.metaKey ? 'ctrl' : '', event.shiftKey && letter ? 'shift' : '', key].filter((part) => part !== '').join('+');
}
