/** The mirrored list: every drawn entity and claim, with the same acts as on the canvas, for keyboard and screen reader. */
import { useElementMenu } from '../../acts/act-context.ts';
import type { ClaimMark } from '../../../server/contract/routes/compare.ts';
import type { EdgeView, NodeView } from '../../../server/contract/views.ts';
import { useDeps } from '../../acts/deps.ts';
import { openClaim, openEntity } from '../../acts/open-things.ts';
import { bundlesOf } from '../../state/canvas/bundles.ts';
import { signed } from '../../state/marks/mark-signs.ts';
import { useMarked } from '../../state/marks/use-marked.ts';
import { useDraft } from '../../state/drafts.ts';
import { useView } from '../../state/store.ts';
import type { DrawnAs } from '../../state/view.ts';
import { ClaimRow } from '../../ui/claim-row.tsx';
import { EntityMark } from '../../ui/entity-mark.tsx';
import { whyUnnamed } from '../../ui/why-unnamed.ts';
import { words } from '../../i18n/messages.ts';
import { useViewFacts } from '../disclosure/use-view-facts.ts';
import { FoldsPart } from './folds-part.tsx';
import { GroupsPart } from './groups-part.tsx';
import { HiddenPart } from './hidden-part.tsx';
import { ListPart } from './list-part.tsx';
import { SelectPart } from './select-part.tsx';

const t = words.contents;

/** What the drawing shows of a claim beyond its row: its mark, an open end, or a bundle with other claims. */
function shownAs(edge: EdgeView, together: ReadonlyMap<string, number>, mark: ClaimMark | undefined): string {
  const bundled = together.get(edge.id);
  return [
    ...(mark === undefined ? [] : [signed(words.compare.mark[mark], mark)]),
    ...(edge.openEnds.length > 0 ? [t.openEnd] : []),
    ...(bundled === undefined ? [] : [t.bundled(bundled)]),
  ].join(' · ');
}

export function ContentsTab() {
  const deps = useDeps();
  const openMenu = useElementMenu();
  const canvas = useView((s) => s.history.present.canvas);
  const selection = useView((s) => s.selection);
  const [find, setFind] = useDraft('contents', '');
  const marks = useView((s) => s.marks);
  // What the canvas draws of another state is listed, too.
  const view = useMarked();
  const clocks = useView((s) => s.history.present.clocks);
  const { stats } = useViewFacts();
  const drawnAs = useView((s) => s.drawnAs);
  const nameOf = useView((s) => s.cache.nodes);
  if (canvas.entities.length === 0) return <p className="notice">{t.empty}</p>;
  const needle = find.trim().toLocaleLowerCase();
  const nodes = view.nodes.filter((node) => needle === '' || node.name.toLocaleLowerCase().includes(needle)).toSorted((a, b) => a.name.localeCompare(b.name));
  const edges = view.edges
    .filter((edge) => needle === '' || edge.sentence.toLocaleLowerCase().includes(needle))
    .toSorted((a, b) => b.rank - a.rank || a.id.localeCompare(b.id));
  const together = new Map(bundlesOf(view.edges, canvas.bundles).flatMap(({ claims }) => claims.map((edge) => [edge.id, claims.length] as const)));
  const shownIn = placesIn(drawnAs, (id) => nameOf.get(id)?.name ?? id);
  const hidden = canvas.hidden.length + canvas.hiddenClaims.length;
  const menuAt =
    (kind: 'entity' | 'claim', id: string) =>
    (event: React.MouseEvent): void => {
      const box = event.currentTarget.getBoundingClientRect();
      openMenu({ kind, id }, { x: box.left, y: box.bottom });
    };
  const add = (key: 'entities' | 'claims', id: string): void => {
    const list = selection[key].includes(id) ? selection[key].filter((one) => one !== id) : [...selection[key], id];
    deps.store.dispatch({ type: 'select', selection: { ...selection, [key]: list } });
  };
  const adds = (event: React.MouseEvent): boolean => event.shiftKey || event.ctrlKey || event.metaKey;
  // As on the canvas, Enter opens, Space selects, and the Menu key opens the menu.
  const rowKeys =
    (kind: 'entity' | 'claim', id: string) =>
    (event: React.KeyboardEvent): void => {
      if (event.key === ' ') add(kind === 'entity' ? 'entities' : 'claims', id);
      else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
        const box = event.currentTarget.getBoundingClientRect();
        openMenu({ kind, id }, { x: box.left + 24, y: box.bottom });
      } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') stepRow(event.currentTarget, event.key === 'ArrowDown' ? 1 : -1);
      else return;
      event.preventDefault();
    };
  const entityRow = (node: NodeView) => (
    <>
      <div className="grow" role="presentation" onKeyDown={rowKeys('entity', node.id)}>
        <button
          type="button"
          className="entity-row"
          aria-current={selection.entities.includes(node.id) || undefined}
          onClick={(event) => (adds(event) ? add('entities', node.id) : openEntity(deps, node.id))}
        >
          <EntityMark type={node.type} vague={node.unnamed || node.generic} />
          <span className="name" lang={node.nameLang} dir="auto">
            {node.name}
          </span>
          {marks?.entities.has(node.id) && (
            <span className="meta">{signed(words.compare.mark[marks.entities.get(node.id)!], marks.entities.get(node.id))}</span>
          )}
          {whyUnnamed(node, clocks) && <span className="meta">{whyUnnamed(node, clocks)}</span>}
        </button>
        {shownIn.has(node.id) && <span className="meta as">{shownIn.get(node.id)}</span>}
      </div>
      <button type="button" className="btn ghost small icon" aria-label={t.actions(node.name)} aria-haspopup="menu" onClick={menuAt('entity', node.id)}>
        ⋯
      </button>
    </>
  );
  const claimRow = (edge: EdgeView) => {
    const as = shownAs(edge, together, marks?.claims.get(edge.id));
    return (
      <>
        <div
          className="grow"
          role="presentation"
          onKeyDown={rowKeys('claim', edge.id)}
          onClickCapture={(event) => {
            if (adds(event)) {
              event.stopPropagation();
              add('claims', edge.id);
            }
          }}
        >
          <ClaimRow claim={edge} current={selection.claims.includes(edge.id)} onOpen={(id) => openClaim(deps, id)} />
          {as !== '' && <span className="meta as">{as}</span>}
        </div>
        <button
          type="button"
          className="btn ghost small icon"
          aria-label={t.claimActions(edge.sentence)}
          aria-haspopup="menu"
          onClick={menuAt('claim', edge.id)}
        >
          ⋯
        </button>
      </>
    );
  };
  return (
    <div className="scroll contents" id="contents">
      <div className="block" style={{ paddingBlockEnd: 6 }}>
        <input className="field" type="search" placeholder={t.filter} aria-label={t.filter} value={find} onChange={(event) => setFind(event.target.value)} />
        <SelectPart />
      </div>
      <HiddenPart />
      <GroupsPart />
      <FoldsPart />
      <ListPart
        label={words.counts.of(t.entities, nodes.length, needle === '' ? (stats?.entities ?? nodes.length) : view.nodes.length)}
        items={nodes}
        keyOf={(node) => node.id}
        estimate={34}
        row={entityRow}
        actions={hidden > 0 && <span>{t.hiddenNote(hidden)}</span>}
      />
      <ListPart
        label={words.counts.of(t.claims, edges.length, needle === '' ? (stats?.claims ?? edges.length) : view.edges.length)}
        items={edges}
        keyOf={(edge) => edge.id}
        estimate={56}
        row={claimRow}
      />
    </div>
  );
}

/** What a large drawing shows of an entity beyond its body: that it is counted in a fold, or stands in the list of its only neighbour. */
function placesIn({ folds, lists }: DrawnAs, nameOf: (id: string) => string): Map<string, string> {
  return new Map([
    ...lists.flatMap(({ hub, members }) => members.map((id) => [id, t.listed(nameOf(hub))] as const)),
    ...folds.flatMap(({ members }) => members.map((id) => [id, t.folded] as const)),
  ]);
}

/** Moves the focus by one row, also across lists. */
function stepRow(from: Element, step: 1 | -1): void {
  const rows = [...(from.closest('#contents')?.querySelectorAll<HTMLElement>('.grow > button') ?? [])];
  rows[rows.findIndex((row) => from.contains(row)) + step]?.focus();
}
