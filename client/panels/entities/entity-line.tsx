/** One entity of a list: its name opens it, the button beside it places it. */
import { IconCheck, IconPlus } from '@tabler/icons-react';
import type { NodeView } from '../../../server/contract/views.ts';
import { useDeps } from '../../acts/deps.ts';
import { openEntity } from '../../acts/open-things.ts';
import { placeEntity } from '../../acts/place-entities.ts';
import { useView } from '../../state/store.ts';
import { EntityMark } from '../../ui/entity-mark.tsx';
import { words } from '../../i18n/messages.ts';

const t = words.entities;

export function EntityLine({ entity }: { entity: NodeView }) {
  const deps = useDeps();
  const drawn = useView((s) => s.history.present.canvas.entities).includes(entity.id);
  const label = drawn ? t.drawn(entity.name) : t.place(entity.name);
  return (
    <div className="entity-line">
      <button type="button" className="entity-row" onClick={() => openEntity(deps, entity.id)}>
        <EntityMark type={entity.type} vague={entity.unnamed || entity.generic} />
        <span className="name" lang={entity.nameLang} dir="auto">
          {entity.name}
        </span>
        <span className="meta">{words.search.claims(entity.degree)}</span>
      </button>
      <button
        type="button"
        className="btn icon small ghost"
        disabled={drawn}
        aria-label={label}
        title={label}
        onClick={() => void placeEntity(deps, entity.id, entity.name)}
      >
        {drawn ? <IconCheck size={15} aria-hidden /> : <IconPlus size={15} aria-hidden />}
      </button>
    </div>
  );
}
