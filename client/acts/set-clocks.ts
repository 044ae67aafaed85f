/** Sets the dates at which the view stands, in one act. */
import type { Clocks } from '../../server/domain/model/questions.ts';
import { words } from '../i18n/messages.ts';
import type { Deps } from './deps.ts';

/** @param clocks all of them; what is undefined, empty or false is taken away */
export function setClocks({ store }: Deps, clocks: Clocks): void {
  store.dispatch({
    type: 'clocks',
    words: words.acts.clocks,
    clocks: Object.fromEntries(Object.entries(clocks).filter(([, value]) => value !== undefined && value !== '' && value !== false)),
  });
}
