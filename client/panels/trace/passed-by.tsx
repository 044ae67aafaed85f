/** The entities that every path of a trace holds, or that none holds: as chips, with a search to add one. */
import { IconX } from '@tabler/icons-react';
import { useView } from '../../state/store.ts';
import { words } from '../../i18n/messages.ts';
import { Finder } from '../search/finder.tsx';

const t = words.trace;

/** @param most entities that may be named */
export function PassedBy({ label, ids, most, onChange }: { label: string; ids: readonly string[]; most: number; onChange: (ids: string[]) => void }) {
  const nodes = useView((s) => s.cache.nodes);
  return (
    <div role="group" aria-label={label}>
      <p className="heading">{label}</p>
      {ids.length > 0 && (
        <div className="row wrap chips">
          {ids.map((id) => {
            const name = nodes.get(id)?.name ?? id;
            return (
              <button key={id} type="button" className="chip accent" aria-label={t.remove(name)} onClick={() => onChange(ids.filter((one) => one !== id))}>
                <span dir="auto">{name}</span> <IconX size={12} aria-hidden />
              </button>
            );
          })}
        </div>
      )}
      {ids.length < most && <Finder label={label} placeholder={t.pick} onPick={(entity) => onChange([...new Set([...ids, entity.id])])} />}
    </div>
  );
}
