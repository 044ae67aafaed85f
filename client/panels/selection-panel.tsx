/** The panel for several selected elements: what they are, and the acts on all of them. */
import { perform, useActs } from '../acts/act-context.ts';
import { useDeps } from '../acts/deps.ts';
import { openClaim, openEntity } from '../acts/open-things.ts';
import { ACTS } from '../acts/registry/index.ts';
import { useView } from '../state/store.ts';
import { NO_SELECTION } from '../state/view.ts';
import { ClaimRow } from '../ui/claim-row.tsx';
import { EntityMark } from '../ui/entity-mark.tsx';
import { words } from '../i18n/messages.ts';
import { useRows } from './table/use-rows.ts';

const t = words.selection;

export function SelectionPanel() {
  const deps = useDeps();
  const { store } = deps;
  const selection = useView((s) => s.selection);
  const nodes = useView((s) => s.cache.nodes);
  const edges = useView((s) => s.cache.edges);
  const rows = useRows();
  const { contextOf } = useActs();
  const context = contextOf({ kind: 'canvas' });
  const n = selection.entities.length + selection.claims.length;
  return (
    <>
      <div className="panel-head">
        <span className="chip accent">{t.several(n)}</span>
        <button type="button" className="btn ghost small close" onClick={() => store.dispatch({ type: 'select', selection: NO_SELECTION })}>
          {words.app.close}{' '}
          <span className="kbd" aria-hidden>
            Esc
          </span>
        </button>
      </div>
      <div className="row wrap" style={{ padding: '12px 16px' }}>
        {ACTS.filter((act) => act.on.includes('several')).map((act) => {
          const why = act.why?.(context);
          return (
            <button
              key={act.id}
              type="button"
              className={`btn small${act.id === 'trace-between' ? ' primary' : ''}`}
              disabled={why !== undefined}
              title={why}
              onClick={() => perform(act, context)}
            >
              {act.short ?? act.label(context)}
            </button>
          );
        })}
      </div>
      <div className="scroll" tabIndex={0} role="region" aria-label={t.title}>
        {selection.entities.map((id) => {
          const node = nodes.get(id);
          // An element that is not read yet is shown by its id, so that the selection never looks smaller than it is.
          return (
            <button key={id} type="button" className="entity-row" onClick={() => openEntity(deps, id)}>
              {node && <EntityMark type={node.type} />}
              <span className="name" lang={node?.nameLang} dir="auto">
                {node?.name ?? id}
              </span>
            </button>
          );
        })}
        {selection.claims.map((id) => {
          // A claim chosen in the table of an entity or list may not be drawn.
          const edge = edges.get(id) ?? rows.read.get(id)?.claim;
          if (edge) return <ClaimRow key={id} claim={edge} onOpen={(claim) => openClaim(deps, claim)} />;
          return (
            <button key={id} type="button" className="entity-row" onClick={() => openClaim(deps, id)}>
              <span className="name">{id}</span>
            </button>
          );
        })}
      </div>
    </>
  );
}
