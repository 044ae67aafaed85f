/** The mirrored list: every entity and claim drawn, with the same acts as the canvas, for keyboard and screen reader. */
import { useDeps } from "../../acts/deps.ts";
import { openClaim, openEntity } from "../../acts/open-things.ts";
import { useElementMenu } from "../element-menu.tsx";
import { useDrawn } from "../../state/use-drawn.ts";
import { useDraft } from "../../state/drafts.ts";
import { useView } from "../../state/store.ts";
import { ClaimRow } from "../../ui/claim-row.tsx";
import { EntityMark } from "../../ui/entity-mark.tsx";
import { words } from "../../i18n/messages.ts";

const t = words.contents;

export function ContentsTab() {
  const deps = useDeps();
  const openMenu = useElementMenu();
  const document = useView((s) => s.history.present);
  const selection = useView((s) => s.selection);
  const [find, setFind] = useDraft("contents", "");
  const view = useDrawn();
  const needle = find.trim().toLocaleLowerCase();
  const nodes = view.nodes.filter((node) => needle === "" || node.name.toLocaleLowerCase().includes(needle)).toSorted((a, b) => a.name.localeCompare(b.name));
  const edges = view.edges.filter((edge) => needle === "" || edge.sentence.toLocaleLowerCase().includes(needle)).toSorted((a, b) => b.rank - a.rank || a.id.localeCompare(b.id));
  const hidden = document.canvas.hidden.length + document.canvas.hiddenClaims.length;
  const menuAt = (kind: "entity" | "claim", id: string) => (event: React.MouseEvent): void => {
    const box = event.currentTarget.getBoundingClientRect();
    openMenu({ kind, id }, { x: box.left, y: box.bottom });
  };
  const choose = (id: string, event: React.MouseEvent): void => {
    if (!event.shiftKey && !event.ctrlKey && !event.metaKey) return openEntity(deps, id);
    const now = selection.entities;
    deps.store.dispatch({ type: "select", selection: { entities: now.includes(id) ? now.filter((e) => e !== id) : [...now, id], claims: [] } });
  };
  if (document.canvas.entities.length === 0) return <p className="notice">{t.empty}</p>;
  return (
    <div className="scroll" id="contents">
      <div className="block" style={{ paddingBlockEnd: 6 }}><input className="field" type="search" placeholder={t.filter} aria-label={t.filter} value={find} onChange={(event) => setFind(event.target.value)} /></div>
      <section style={{ paddingBlock: 6, border: 0 }}>
        <h3 className="heading" style={{ padding: "4px 16px" }}>{t.entities(nodes.length)}{hidden > 0 && ` · ${t.hiddenNote(hidden)}`}</h3>
        <ul aria-label={t.entities(nodes.length)}>
          {nodes.map((node) => (
            <li key={node.id} className="item">
              <button type="button" className="entity-row" aria-current={selection.entities.includes(node.id) || undefined} onClick={(event) => choose(node.id, event)}>
                <EntityMark type={node.type} vague={node.unnamed || node.generic} />
                <span className="name" lang={node.nameLang} dir="auto">{node.name}</span>
              </button>
              <button type="button" className="btn ghost small icon" aria-label={t.actions(node.name)} aria-haspopup="menu" onClick={menuAt("entity", node.id)}>⋯</button>
            </li>
          ))}
        </ul>
      </section>
      <section style={{ paddingBlock: 6, borderBlockStart: "1px solid var(--line)" }}>
        <h3 className="heading" style={{ padding: "4px 16px" }}>{t.claims(edges.length)}</h3>
        <ul aria-label={t.claims(edges.length)}>
          {edges.map((edge) => (
            <li key={edge.id} className="item">
              <ClaimRow claim={edge} current={selection.claims.includes(edge.id)} onOpen={(id) => openClaim(deps, id)} />
              <button type="button" className="btn ghost small icon" aria-label={t.claimActions(edge.sentence)} aria-haspopup="menu" onClick={menuAt("claim", edge.id)}>⋯</button>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
