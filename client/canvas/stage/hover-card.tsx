/** The card beside the pointer: the marks of an entity in words, or a claim with its figures. */
import { claimCounts } from '../../state/drawn/claim-counts.ts';
import { useDrawn } from '../../state/drawn/use-drawn.ts';
import { useView } from '../../state/store.ts';
import type { Point } from '../../state/view.ts';
import { words } from '../../i18n/messages.ts';
import { originsText } from '../../ui/figures.tsx';
import { namingLines, whyUnnamed } from '../../ui/why-unnamed.ts';
import type { CanvasTarget } from '../drawing/mount.ts';

const t = words.drawing.card;
const said = (lines: (string | false | undefined)[]): string[] => lines.filter((line) => typeof line === 'string' && line !== '') as string[];

function EntityLines({ id }: { id: string }) {
  const node = useView((s) => s.cache.nodes.get(id) ?? s.marks?.also?.nodes.find((one) => one.id === id));
  const mark = useView((s) => s.marks?.entities.get(id));
  const placed = useView((s) => s.history.present.canvas.placed);
  const clocks = useView((s) => s.history.present.clocks);
  const view = useDrawn();
  if (!node) return null;
  const contested = (view.touching.get(id) ?? []).some((edge) => edge.contested && (edge.subject === id || edge.object === id));
  const marks = said([
    mark && words.compare.mark[mark],
    contested && t.contested,
    (node.unsure || node.candidates.length > 0) && t.unsure,
    node.generic && t.generic,
    whyUnnamed(node, clocks) ?? (node.unnamed && (node.redacted === undefined ? t.unnamed : namingLines(node).join(' · '))),
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

function ClaimLines({ id, bundle, inPicture }: { id: string; bundle: number; inPicture: boolean }) {
  const edge = useView((s) => s.cache.edges.get(id) ?? s.marks?.also?.edges.find((one) => one.id === id));
  const mark = useView((s) => s.marks?.claims.get(id));
  const { dimmed } = useDrawn();
  if (!edge) return null;
  const marks = said([
    mark && words.compare.mark[mark],
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
      {bundle > 0 && <span>{inPicture ? t.selects : t.unbundle}</span>}
    </>
  );
}

/** Most names of a fold on the card; the contents list has all. */
const NAMES = 6;

/** A part of the drawing that is no entity and no claim: a frame, a fold, or a line that a fold moved. */
function PartLines({ target }: { target: CanvasTarget }) {
  const nodes = useView((s) => s.cache.nodes);
  const unfolded = useView((s) => s.drawnAs.unfolded);
  const p = words.drawing.picture;
  const members = target.holds?.entities ?? [];
  if (target.held !== undefined) return <span>{p.held(target.held)}</span>;
  if (target.fold === undefined) return <span>{t.frame(members.length)}</span>;
  return (
    <>
      <span dir="auto">
        {p.folded(
          members.slice(0, NAMES).map((id) => nodes.get(id)?.name ?? id),
          members.length,
        )}
      </span>
      <span>{unfolded.some(({ id }) => id === target.fold) ? p.closes : p.opens}</span>
    </>
  );
}

/** @param props.inPicture the drawing is one in which claims of two entities always are one line */
export function HoverCard({ target, at, inPicture }: { target: CanvasTarget; at: Point; inPicture: boolean }) {
  // Kept within the canvas at any edge.
  const style = { left: `min(${at.x + 18}px, calc(100% - 312px))`, top: `min(${at.y + 14}px, calc(100% - 190px))` };
  return (
    <div className="hover-card" style={style}>
      {target.kind === 'entity' && <EntityLines id={target.id} />}
      {target.kind === 'claim' && <ClaimLines id={target.id} bundle={target.holds?.claims.length ?? 0} inPicture={inPicture} />}
      {target.kind === 'canvas' && <PartLines target={target} />}
    </div>
  );
}
