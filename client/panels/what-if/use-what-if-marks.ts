/** Marks on the drawing what striking does, as long as something is struck; and shows the case as it is while Alt is held. */
import { useEffect } from 'react';
import { useQuery } from '@tanstack/react-query';
import { whatIfQuery } from '../../api/queries-what-if.ts';
import { useDeps } from '../../acts/deps.ts';
import { isWhatIf } from '../../state/struck.ts';
import { useView } from '../../state/store.ts';

const NOBODY: ReadonlyMap<string, 'gained' | 'lost'> = new Map();

export function useWhatIfMarks(): void {
  const { store } = useDeps();
  const clocks = useView((s) => s.history.present.clocks);
  const drawn = useView((s) => s.history.present.canvas.claims);
  const asItIs = useView((s) => s.asItIs ?? false);
  // Two states that are compared have marks of their own.
  const on = useView((s) => isWhatIf(s.history.present.clocks) && s.history.present.compare === undefined);
  const { data } = useQuery({ ...whatIfQuery(clocks, drawn), enabled: on });
  const marks = on && !asItIs ? data?.marks : undefined;
  useEffect(() => {
    if (!marks) return;
    store.dispatch({ type: 'mark', marks: { claims: new Map(marks.map(({ claim, mark }) => [claim, mark])), entities: NOBODY } });
    return () => store.dispatch({ type: 'mark' });
  }, [marks, store]);
  useEffect(() => {
    if (!on) return;
    const hold = (held: boolean) => (event: KeyboardEvent) => {
      if (event.key === 'Alt') store.dispatch({ type: 'as-it-is', on: held });
    };
    const [down, up] = [hold(true), hold(false)];
    const away = (): void => store.dispatch({ type: 'as-it-is', on: false });
    window.addEventListener('keydown', down);
    window.addEventListener('keyup', up);
    window.addEventListener('blur', away);
    return () => {
      window.removeEventListener('keydown', down);
      window.removeEventListener('keyup', up);
      window.removeEventListener('blur', away);
    };
  }, [on, store]);
}
