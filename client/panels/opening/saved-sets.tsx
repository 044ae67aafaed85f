/** The saved sets on the opening screen. A click places one. */
import { useQuery } from '@tanstack/react-query';
import { savedSetsQuery } from '../../api/queries-find.ts';
import { useDeps } from '../../acts/deps.ts';
import { openPanel } from '../../acts/open-things.ts';
import { placeSet } from '../../acts/saved-sets.ts';
import { Failure } from '../../ui/states.tsx';
import { words } from '../../i18n/messages.ts';
import { describeSet } from '../sets/describe-set.ts';

/** Sets shown here; all are in their panel. */
const SHOWN = 5;

export function SavedSets() {
  const deps = useDeps();
  const asked = useQuery(savedSetsQuery());
  const sets = asked.data?.savedSets ?? [];
  if (sets.length === 0 && !asked.error) return null;
  return (
    <section className="questions" aria-label={words.opening.saved}>
      <h2 className="heading">{words.opening.saved}</h2>
      {asked.error && !asked.data && <Failure error={asked.error} retry={() => void asked.refetch()} />}
      <ul>
        {sets.slice(0, SHOWN).map((set) => (
          <li key={set.id}>
            <button type="button" className="question" onClick={() => void placeSet(deps, set)}>
              <span className="said" dir="auto">
                {set.name}
              </span>
              <span className="meta">{describeSet(set)}</span>
            </button>
          </li>
        ))}
      </ul>
      {sets.length > 0 && (
        <button type="button" className="link" style={{ marginBlockStart: 8 }} onClick={() => openPanel(deps, { kind: 'sets' })}>
          {words.sets.all(sets.length)}
        </button>
      )}
    </section>
  );
}
