/** One end of a trace: its parts as chips, and the ways to add one: by search, selection, role, type or saved set. */
import { IconPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { setsForEndsQuery } from '../../api/queries.ts';
import { ENTITY_TYPES, ROLES } from '../../../server/domain/model/lists.ts';
import type { Selector } from '../../../server/domain/model/questions.ts';
import { useDeps } from '../../acts/deps.ts';
import { addToEnd, setTraceSelector, takeFromEnd } from '../../acts/set-trace-end.ts';
import { useDraft } from '../../state/drafts.ts';
import { useView } from '../../state/store.ts';
import { words } from '../../i18n/messages.ts';
import { Finder } from '../search/finder.tsx';

const t = words.trace;
/** Names shown as chips; the rest are one chip. */
const CHIPS = 4;

interface Part {
  key: string;
  text: string;
  part: Selector;
}
function usePartsOf(selector: Selector | undefined, named: readonly { id: string; name: string }[]): Part[] {
  const nodes = useView((s) => s.cache.nodes);
  const sets = useQuery({ ...setsForEndsQuery(), enabled: selector?.savedSet !== undefined });
  if (!selector) return [];
  const nameOf = (id: string): string => nodes.get(id)?.name ?? named.find((one) => one.id === id)?.name ?? id;
  const { ids = [], role, type, savedSet } = selector;
  const alone = ids.length > CHIPS + 1 ? ids.slice(0, CHIPS) : ids;
  const others = ids.slice(alone.length);
  return [
    ...alone.map((id) => ({ key: id, text: nameOf(id), part: { ids: [id] } })),
    ...(others.length > 0 ? [{ key: 'others', text: t.moreMembers(others.length), part: { ids: others } }] : []),
    ...(role ? [{ key: 'role', text: t.anyRole(words.role[role]), part: { role } }] : []),
    ...(type ? [{ key: 'type', text: t.anyType(words.type[type]), part: { type } }] : []),
    ...(savedSet === undefined
      ? []
      : [{ key: 'set', text: t.set(sets.data?.savedSets.find((set) => set.id === savedSet)?.name ?? savedSet), part: { savedSet } }]),
  ];
}

export function End({ end, named = [] }: { end: 'from' | 'to'; named?: readonly { id: string; name: string }[] }) {
  const deps = useDeps();
  const selector = useView((s) => s.history.present.trace[end]);
  const parts = usePartsOf(selector, named);
  // Kept with the name that is being typed in it.
  const [adding, setAdding] = useDraft(`trace adding ${end}`, false);
  const label = end === 'from' ? t.from : t.to;
  return (
    <div className="trace-end" role="group" aria-label={label}>
      <p className="heading">{label}</p>
      {parts.length > 0 && (
        <div className="row wrap chips">
          {parts.map(({ key, text, part }) => (
            <button key={key} type="button" className="chip accent" aria-label={t.remove(text)} onClick={() => takeFromEnd(deps, end, part)}>
              <span dir="auto">{text}</span> <IconX size={12} aria-hidden />
            </button>
          ))}
          <button
            type="button"
            className="btn ghost icon twist"
            aria-expanded={adding}
            aria-label={t.addTo(label)}
            title={t.add}
            onClick={() => setAdding(!adding)}
          >
            <IconPlus size={15} aria-hidden />
          </button>
        </div>
      )}
      {(parts.length === 0 || adding) && <Ways end={end} label={label} fresh={parts.length === 0} onDone={() => setAdding(false)} />}
    </div>
  );
}

function Ways({ end, label, fresh, onDone }: { end: 'from' | 'to'; label: string; fresh: boolean; onDone: () => void }) {
  const deps = useDeps();
  const selected = useView((s) => s.selection.entities);
  const sets = useQuery(setsForEndsQuery());
  const take = (part: Selector): void => {
    if (fresh) setTraceSelector(deps, end, part);
    else addToEnd(deps, end, part);
    onDone();
  };
  const saved = sets.data?.savedSets ?? [];
  const choose = (chosen: string): void => {
    const [kind, ...rest] = chosen.split(':');
    const value = rest.join(':');
    const role = ROLES.find((one) => kind === 'role' && one === value);
    const type = ENTITY_TYPES.find((one) => kind === 'type' && one === value);
    if (role) take({ role });
    else if (type) take({ type });
    else if (kind === 'set') take({ savedSet: value });
  };
  return (
    <div className="ways-in">
      <Finder label={label} placeholder={t.pick} onPick={(entity) => take({ ids: [entity.id] })} />
      <div className="row wrap">
        <select className="field" aria-label={t.roleOrType(label)} value="" onChange={(event) => choose(event.target.value)}>
          <option value="" disabled>
            {t.any}
          </option>
          <optgroup label={t.roles}>
            {ROLES.map((role) => (
              <option key={role} value={`role:${role}`}>
                {t.anyRole(words.role[role])}
              </option>
            ))}
          </optgroup>
          <optgroup label={t.types}>
            {ENTITY_TYPES.map((type) => (
              <option key={type} value={`type:${type}`}>
                {t.anyType(words.type[type])}
              </option>
            ))}
          </optgroup>
          {saved.length > 0 && (
            <optgroup label={t.savedSets}>
              {saved.map((set) => (
                <option key={set.id} value={`set:${set.id}`}>
                  {set.name}
                </option>
              ))}
            </optgroup>
          )}
        </select>
        {selected.length > 0 && (
          <button type="button" className="btn small" aria-label={t.useSelectionFor(label, selected.length)} onClick={() => take({ ids: [...selected] })}>
            {t.useSelection(selected.length)}
          </button>
        )}
      </div>
    </div>
  );
}
