/** The card below the canvas for the selected entity: what an expansion would bring. */
import { useState } from 'react';
import { useDeps } from '../../acts/deps.ts';
import { expandEntity, USUAL_CAP } from '../../acts/expand-entity.ts';
import { claimCounts } from '../../state/drawn/claim-counts.ts';
import { useDrawn } from '../../state/drawn/use-drawn.ts';
import { useDraft } from '../../state/drafts.ts';
import { useView } from '../../state/store.ts';
import { listed } from '../../i18n/counting.ts';
import { words } from '../../i18n/messages.ts';
import { ChoiceForm } from './choice-form.tsx';
import { type Choice, useExpansion } from './use-expansion.ts';

const t = words.about;
/** Groups named in the summary; the rest is counted together. */
const NAMED = 4;
const NOTHING_CHOSEN: Choice = { off: [], types: [], origins: 0, uninvolved: 0, contested: false, withView: true, limit: USUAL_CAP };

export interface AboutNodeProps {
  /** Called when something is to be drawn. */
  onShow?: () => void;
}

export function AboutNode({ onShow }: AboutNodeProps) {
  const id = useView((s) => (s.selection.entities.length === 1 && s.selection.claims.length === 0 ? s.selection.entities[0] : undefined));
  const onCanvas = useView((s) => id !== undefined && s.history.present.canvas.entities.includes(id));
  return id !== undefined && onCanvas ? <Card key={id} id={id} onShow={onShow} /> : null;
}

function Card({ id, onShow }: AboutNodeProps & { id: string }) {
  const deps = useDeps();
  const [choosing, setChoosing] = useState(false);
  // The choice for this entity survives a reload; another entity begins with the defaults.
  const [draft, setDraft, forget] = useDraft<{ id: string; choice: Choice }>('expansion', { id, choice: NOTHING_CHOSEN });
  const choice = draft.id === id ? draft.choice : NOTHING_CHOSEN;
  const [busy, setBusy] = useState(false);
  const node = useView((s) => s.cache.nodes.get(id));
  const view = useDrawn();
  const expansion = useExpansion(id, choice);
  if (!node || !expansion) return null;

  const { rows, groups, left, atLeast, coming, request } = expansion;
  const leftOf = (group: string): number => rows.filter((row) => row.group === group).reduce((sum, row) => sum + row.left, 0);
  const first = groups.slice(0, NAMED).map((group) => `${leftOf(group)} ${words.group[group]}`);
  const others = groups.slice(NAMED).reduce((sum, group) => sum + leftOf(group), 0);
  const summary = listed(others > 0 ? [...first, t.others(others)] : first);
  const show = async (): Promise<void> => {
    setBusy(true);
    onShow?.();
    await expandEntity(deps, id, node.name, request);
    setBusy(false);
    setChoosing(false);
    forget();
  };

  return (
    <section className="about" aria-label={t.region} data-kept-clear>
      <div className="lead">
        <strong lang={node.nameLang} dir="auto">
          {node.name}
        </strong>
        <span className="meta" style={{ color: 'var(--second)' }}>
          {words.counts.claims(claimCounts(view, node), left === 0 ? '' : atLeast ? `${summary}, ${t.atLeast}` : summary)}
        </span>
        {left > 0 && (
          <button type="button" className="btn small" aria-expanded={choosing} onClick={() => setChoosing(!choosing)}>
            {t.choose}
          </button>
        )}
        {left > 0 && (
          <button type="button" className="btn small primary" disabled={busy || coming === 0} onClick={() => void show()}>
            {t.show}
          </button>
        )}
      </div>
      {choosing && <ChoiceForm expansion={expansion} choice={choice} onChange={(change) => setDraft({ id, choice: { ...choice, ...change } })} />}
    </section>
  );
}
