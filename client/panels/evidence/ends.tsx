/** The entities at the ends and in the qualifiers of a claim, each of which can be opened. */
import type { ReactNode } from 'react';
import type { EvidenceView } from '../../../server/contract/views.ts';
import { useDeps } from '../../acts/deps.ts';
import { openEntity } from '../../acts/open-things.ts';
import { EntityMark } from '../../ui/entity-mark.tsx';
import { words } from '../../i18n/messages.ts';

const t = words.evidence;

export function Ends({ evidence, children }: { evidence: EvidenceView; children: ReactNode }) {
  const deps = useDeps();
  const { claim, ends } = evidence;
  const placed = new Map(ends.map((node) => [node.id, node]));
  const parts = (['via', 'to', 'at', 'in', 'instrument'] as const).flatMap((part) => claim[part].map((id) => [part, id] as const));
  const all = [['subject', claim.subject] as const, ['object', claim.object] as const, ...parts].flatMap(([part, id]) => {
    const node = placed.get(id);
    return node ? [{ part, node }] : [];
  });
  return (
    <div className="ends" role="group" aria-label={t.ends}>
      {all.map(({ part, node }) => (
        <button key={`${part} ${node.id}`} type="button" className="end" title={t.end[part]} onClick={() => openEntity(deps, node.id)}>
          <EntityMark type={node.type} vague={node.unnamed || node.generic} />
          <span lang={node.nameLang} dir="auto">
            {node.name}
          </span>
        </button>
      ))}
      {children}
    </div>
  );
}
