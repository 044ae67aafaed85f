/** Hidden elements, each with a button to show it again. */
import { useDeps } from '../../acts/deps.ts';
import { useView } from '../../state/store.ts';
import { EntityMark } from '../../ui/entity-mark.tsx';
import { LineSample } from '../../ui/figures.tsx';
import { words } from '../../i18n/messages.ts';
import { ListPart } from './list-part.tsx';

const t = words.contents;

export function HiddenPart() {
  const { store } = useDeps();
  const hidden = useView((s) => s.history.present.canvas.hidden);
  const hiddenClaims = useView((s) => s.history.present.canvas.hiddenClaims);
  const nodes = useView((s) => s.cache.nodes);
  const edges = useView((s) => s.cache.edges);
  const items = [...hidden.map((id) => ({ id, claim: false })), ...hiddenClaims.map((id) => ({ id, claim: true }))];
  if (items.length === 0) return null;
  const row = ({ id, claim }: { id: string; claim: boolean }) => {
    const node = nodes.get(id);
    const edge = edges.get(id);
    const name = (claim ? edge?.sentence : node?.name) ?? id;
    return (
      <>
        <span className="entity-row">
          {node && !claim && <EntityMark type={node.type} vague={node.unnamed || node.generic} />}
          {edge && claim && <LineSample rank={edge.rank} />}
          <span className="name" lang={node?.nameLang} dir="auto">
            {name}
          </span>
        </span>
        <button
          type="button"
          className="btn small"
          aria-label={t.showOne(name)}
          onClick={() => store.dispatch({ type: 'show', words: words.acts.show(1), entities: claim ? [] : [id], claims: claim ? [id] : [] })}
        >
          {t.show}
        </button>
      </>
    );
  };
  return (
    <ListPart
      label={t.hidden(items.length)}
      items={items}
      keyOf={(item) => item.id}
      estimate={40}
      row={row}
      actions={
        <button type="button" className="btn ghost small" onClick={() => store.dispatch({ type: 'show-hidden', words: words.acts.showHidden })}>
          {t.showAll}
        </button>
      }
    />
  );
}
