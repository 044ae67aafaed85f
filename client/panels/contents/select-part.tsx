/** Selects among what is drawn without a pointer: by type, by number of neighbours. */
import { useState } from 'react';
import { ENTITY_TYPES, type EntityType } from '../../../server/domain/model/lists.ts';
import { useDeps } from '../../acts/deps.ts';
import { ofDegree, ofType } from '../../state/drawn/select.ts';
import { useDrawn } from '../../state/drawn/use-drawn.ts';
import type { Selection } from '../../state/view.ts';
import { words } from '../../i18n/messages.ts';

const t = words.contents;

export function SelectPart() {
  const { store } = useDeps();
  const view = useDrawn();
  const [least, setLeast] = useState(3);
  const counts = new Map<EntityType, number>();
  for (const node of view.nodes) counts.set(node.type, (counts.get(node.type) ?? 0) + 1);
  const select = (selection: Selection): void => store.dispatch({ type: 'select', selection });
  return (
    <div className="row wrap selecting">
      <select
        className="field"
        aria-label={t.selectBy}
        value=""
        onChange={(event) =>
          select(
            ofType(
              view,
              ENTITY_TYPES.filter((type) => type === event.target.value),
            ),
          )
        }
      >
        <option value="">{t.selectByType}</option>
        {ENTITY_TYPES.filter((type) => counts.has(type)).map((type) => (
          <option key={type} value={type}>
            {words.types[type]} ({counts.get(type)})
          </option>
        ))}
      </select>
      <label className="least">
        {t.links}{' '}
        <input className="field" type="number" min={1} max={999} value={least} onChange={(event) => setLeast(Math.max(1, event.target.valueAsNumber || 1))} />
      </label>
      <button type="button" className="btn small" onClick={() => select(ofDegree(view, least))}>
        {t.selectLinked}
      </button>
    </div>
  );
}
