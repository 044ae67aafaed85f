/** The card beside the pointer: the marks of an entity in words, or a claim with its figures. */
import { claimCounts } from '../../state/drawn/claim-counts.ts';
import { useDrawn } from '../../state/drawn/use-drawn.ts';
import { useView } from '../../state/store.ts';
import type { Point } from '../../state/view.ts';
import { words } from '../../i18n/messages.ts';
import { originsText } from '../../ui/figures.tsx';
import { whyUnnamed } from '../../ui/why-unnamed.ts';
import type { CanvasTarget } from '../drawing/mount.ts';

const t = words.drawing.card;
const said = (lines: (string | false | undefined)[]): string[] => lines.filter((line) => typeof line === 'string' && line !== '') as string[];

function EntityLines({ id }: { id: string }) {
  const node = useView((s) => s.cache.nodes.get(id));
  const placed = useView((s) => s.history.present.canvas.placed);
  const clocks = useView((s) => s.history.present.clocks);
  const view = useDrawn();
  if (!node) return null;
  const contested = (view.touching.get(id) ?? []).some((edge) => edge.contested && (edge.subject === id || edge.object === id));
  const marks = said([
    contested && t.contested,
    (node.unsure || node.candidates.length > 0) && t.unsure,
    node.generic && t.generic,
    whyUnnamed(node, clocks) ?? (node.unnamed && t.unnamed),
    node.aggregate && t.aggregate,
    placed.includes(id) && t.pinned,
  ]);
  return (
    <>
      <strong lang={node.nameLang} dir="auto">
        {node.name}
      </strong>
      <span>
        {node.kind ?? words.type[node.type]} · {words.counts.claims(claimCounts(view, node))}
      </span>
      {marks.length > 0 && <span>{marks.join(' · ')}</span>}
    </>
  );
}

function ClaimLines({ id, bundle }: { id: string; bundle: number }) {
  const edge = useView((s) => s.cache.edges.get(id));
  const { dimmed } = useDrawn();
  if (!edge) return null;
  const marks = said([
    edge.contested && t.disputed,
    edge.inferred && t.inferred,
    edge.uncertain && t.uncertain,
    ...edge.openEnds.map((end) => t.open[end]),
    dimmed.includes(edge) && t.dimmed,
  ]);
  return (
    <>
      {bundle > 0 && <strong>{t.bundle(bundle)}</strong>}
      <span className="said" dir="auto">
        {edge.sentence}
      </span>
      <span>
        {words.standing[edge.level]} · {words.canvas.figures(edge.citations, originsText(edge))}
      </span>
      {marks.length > 0 && <span>{marks.join(' · ')}</span>}
      {bundle > 0 && <span>{t.unbundle}</span>}
    </>
  );
}

export function HoverCard({ target, at }: { target: CanvasTarget; at: Point }) {
  // Kept within the canvas at any edge.
  const style = { left: `min(${at.x + 18}px, calc(100% - 312px))`, top: `min(${at.y + 14}px, calc(100% - 190px))` };
  return (
    <div className="hover-card" style={style}>
      {target.kind === 'entity' && <EntityLines id={target.id} />}
      {target.kind === 'claim' && <ClaimLines id={target.id} bundle={target.holds?.claims.length ?? 0} />}
      {target.kind === 'canvas' && <span>{t.frame(target.holds?.entities.length ?? 0)}</span>}
    </div>
  );
}
