/** Folds of a large drawing, closed and open, each with its entities and a button that opens or closes it. */
import { useDeps } from '../../acts/deps.ts';
import { closeFolds, openFolds } from '../../acts/open-things.ts';
import { useView } from '../../state/store.ts';
import { words } from '../../i18n/messages.ts';
import { ListPart } from './list-part.tsx';

const t = words.contents;

export function FoldsPart() {
  const deps = useDeps();
  const { folds, unfolded } = useView((s) => s.drawnAs);
  const nodes = useView((s) => s.cache.nodes);
  const items = [...folds.map((fold) => ({ ...fold, open: false })), ...unfolded.map((fold) => ({ ...fold, open: true }))];
  if (items.length === 0) return null;
  const entities = folds.reduce((sum, { members }) => sum + members.length, 0);
  return (
    <ListPart
      label={t.folds(folds.length, entities)}
      items={items}
      keyOf={({ id }) => id}
      estimate={44}
      row={({ id, label, members, open }) => {
        const names = members.map((member) => nodes.get(member)?.name ?? member).join(', ');
        return (
          <>
            <span className="entity-row">
              <span className="name" dir="auto">
                {names}
              </span>
            </span>
            <button
              type="button"
              className="btn small"
              aria-expanded={open}
              aria-label={t.fold(open, label, names)}
              onClick={() => (open ? closeFolds : openFolds)(deps, [id])}
            >
              {open ? t.foldAgain : t.unfold}
            </button>
          </>
        );
      }}
    />
  );
}
