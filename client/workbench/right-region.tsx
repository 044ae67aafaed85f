/** The right region shows the top panel: evidence, an entity, a path in words, a list. Each is loaded when first opened. */
import { Suspense } from 'react';
import { canonicalJson } from '../../server/domain/model/canonical-json.ts';
import { SelectionPanel } from '../panels/selection-panel.tsx';
import { useView } from '../state/store.ts';
import type { Panel } from '../state/view.ts';
import { Loading } from '../ui/states.tsx';
import { words } from '../i18n/messages.ts';
import { lazily } from '../ui/lazily.ts';

const EvidencePanel = lazily(() => import('../panels/evidence/evidence-panel.tsx').then((m) => m.EvidencePanel));
const EntityPanel = lazily(() => import('../panels/entity/entity-panel.tsx').then((m) => m.EntityPanel));
const SourcePanel = lazily(() => import('../panels/source-panel.tsx').then((m) => m.SourcePanel));
const VoicePanel = lazily(() => import('../panels/source-panel.tsx').then((m) => m.VoicePanel));
const ProsePanel = lazily(() => import('../panels/trace/prose-panel.tsx').then((m) => m.ProsePanel));
const ClaimsPanel = lazily(() => import('../panels/lists-panel.tsx').then((m) => m.ClaimsPanel));
const RolesPanel = lazily(() => import('../panels/lists-panel.tsx').then((m) => m.RolesPanel));
const SourcesPanel = lazily(() => import('../panels/lists-panel.tsx').then((m) => m.SourcesPanel));
const VoicesPanel = lazily(() => import('../panels/lists-panel.tsx').then((m) => m.VoicesPanel));
const OverlapPanel = lazily(() => import('../panels/sources/overlap-panel.tsx').then((m) => m.OverlapPanel));
const GapsPanel = lazily(() => import('../panels/gaps/gaps-panel.tsx').then((m) => m.GapsPanel));
const EntitiesPanel = lazily(() => import('../panels/entities/entities-panel.tsx').then((m) => m.EntitiesPanel));
const SetsPanel = lazily(() => import('../panels/sets/sets-panel.tsx').then((m) => m.SetsPanel));
const SetPanel = lazily(() => import('../panels/sets/set-panel.tsx').then((m) => m.SetPanel));
const LeftOutPanel = lazily(() => import('../panels/left-out/left-out-panel.tsx').then((m) => m.LeftOutPanel));
const NotebookPanel = lazily(() => import('../panels/notebook/notebook-panel.tsx').then((m) => m.NotebookPanel));
const AssessmentPanel = lazily(() => import('../panels/notebook/assessment-panel.tsx').then((m) => m.AssessmentPanel));
const ComparePanel = lazily(() => import('../panels/compare/compare-panel.tsx').then((m) => m.ComparePanel));
const ChangesPanel = lazily(() => import('../panels/changes/changes-panel.tsx').then((m) => m.ChangesPanel));
const ChangePanel = lazily(() => import('../panels/changes/change-panel.tsx').then((m) => m.ChangePanel));
const WhatIfPanel = lazily(() => import('../panels/what-if/what-if-panel.tsx').then((m) => m.WhatIfPanel));
const BrokersPanel = lazily(() => import('../panels/what-if/brokers-panel.tsx').then((m) => m.BrokersPanel));
const WatchesPanel = lazily(() => import('../panels/watches/watches-panel.tsx').then((m) => m.WatchesPanel));
const SincePanel = lazily(() => import('../panels/watches/since-panel.tsx').then((m) => m.SincePanel));
const DraftPanel = lazily(() => import('../desk/draft/draft-panel.tsx').then((m) => m.DraftPanel));
const RecordHistoryPanel = lazily(() => import('../panels/changes/record-history-panel.tsx').then((m) => m.RecordHistoryPanel));

function Shown({ panel }: { panel: Panel }) {
  switch (panel.kind) {
    case 'claim':
      return <EvidencePanel id={panel.id} />;
    case 'entity':
      return <EntityPanel key={panel.id} id={panel.id} />;
    case 'source':
      return <SourcePanel id={panel.id} />;
    case 'voice':
      return <VoicePanel id={panel.id} />;
    case 'prose':
      return <ProsePanel />;
    case 'claims':
      return <ClaimsPanel key={canonicalJson(panel.filter)} title={panel.title} filter={panel.filter} clocks={panel.clocks} />;
    case 'roles':
      return <RolesPanel title={panel.title} plots={panel.plots} roles={panel.roles} datasets={panel.datasets} />;
    case 'sources':
      return <SourcesPanel />;
    case 'voices':
      return <VoicesPanel />;
    case 'overlap':
      return <OverlapPanel />;
    case 'gaps':
      return <GapsPanel key={panel.reason} reason={panel.reason} />;
    case 'entities':
      return <EntitiesPanel title={panel.title} types={panel.types} />;
    case 'sets':
      return <SetsPanel />;
    case 'set':
      return <SetPanel id={panel.id} />;
    case 'left-out':
      return <LeftOutPanel />;
    case 'compare':
      return <ComparePanel />;
    case 'notebook':
      return <NotebookPanel />;
    case 'assessment':
      return <AssessmentPanel key={panel.id} id={panel.id} />;
    case 'what-if':
      return <WhatIfPanel />;
    case 'brokers':
      return <BrokersPanel />;
    case 'watches':
      return <WatchesPanel />;
    case 'since':
      return <SincePanel recorded={panel.recorded} />;
    case 'draft':
      return <DraftPanel />;
    case 'changes':
      return <ChangesPanel />;
    case 'change':
      return <ChangePanel key={panel.id} id={panel.id} />;
    case 'history':
      return <RecordHistoryPanel key={`${panel.of}/${panel.id}`} of={panel.of} id={panel.id} />;
  }
}

export function RightRegion() {
  const panel = useView((s) => s.panels.at(-1));
  const several = useView((s) => s.selection.entities.length + s.selection.claims.length > 1);
  return (
    <aside className="region right" aria-label={words.app.right}>
      {several ? (
        <SelectionPanel />
      ) : (
        panel && (
          <Suspense fallback={<Loading rows={8} />}>
            <Shown panel={panel} />
          </Suspense>
        )
      )}
    </aside>
  );
}
