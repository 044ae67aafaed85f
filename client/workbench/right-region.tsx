/** The panel on top: evidence, an entity, a path in words, a list. */
import { useDeps } from "../acts/deps.ts";
import { EntityPanel } from "../panels/entity/entity-panel.tsx";
import { EvidencePanel } from "../panels/evidence/evidence-panel.tsx";
import { ClaimsPanel, RolesPanel, SourcesPanel, VoicesPanel } from "../panels/lists-panel.tsx";
import { SelectionPanel } from "../panels/selection-panel.tsx";
import { SourcePanel, VoicePanel } from "../panels/source-panel.tsx";
import { ProsePanel } from "../panels/trace/prose-panel.tsx";
import { useView } from "../state/store.ts";
import type { Panel } from "../state/view.ts";
import { words } from "../i18n/messages.ts";

function Shown({ panel }: { panel: Panel }) {
  switch (panel.kind) {
    case "claim": return <EvidencePanel id={panel.id} />;
    case "entity": return <EntityPanel key={panel.id} id={panel.id} />;
    case "source": return <SourcePanel id={panel.id} />;
    case "voice": return <VoicePanel id={panel.id} />;
    case "prose": return <ProsePanel />;
    case "claims": return <ClaimsPanel title={panel.title} filter={panel.filter} clocks={panel.clocks} />;
    case "roles": return <RolesPanel title={panel.title} plots={panel.plots} />;
    case "sources": return <SourcesPanel />;
    case "voices": return <VoicesPanel />;
  }
}

export function RightRegion() {
  useDeps();
  const panel = useView((s) => s.panels.at(-1));
  const several = useView((s) => s.selection.entities.length + s.selection.claims.length > 1);
  return (
    <aside className="region right" aria-label={words.app.right}>
      {several ? <SelectionPanel /> : panel ? <Shown panel={panel} /> : <p className="notice said">{words.selection.nothing}</p>}
    </aside>
  );
}
