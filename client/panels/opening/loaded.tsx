/** What is loaded: counts that open what they count, the standing of the claims, and up to when the case is told. */
import { Suspense, useState } from 'react';
import type { z } from 'zod';
import type { readStats } from '../../../server/contract/routes/stats.ts';
import { RANK_OF_LEVEL, type SupportLevel } from '../../../server/domain/model/lists.ts';
import { useActs } from '../../acts/act-context.ts';
import { useDeps } from '../../acts/deps.ts';
import { openPanel } from '../../acts/open-things.ts';
import { showClaims } from '../../acts/run-question.ts';
import { casesLoaded } from '../../state/filters/cases.ts';
import { words } from '../../i18n/messages.ts';
import { dateText } from '../../ui/date-text.ts';
import { lazily } from '../../ui/lazily.ts';
import type { CaseDialog } from '../cases/case-dialogs.tsx';
import { PALETTES } from '../../../server/domain/picturing/look/palette.ts';
import { useScheme } from '../../ui/use-scheme.ts';

const CaseDialogs = lazily(() => import('../cases/case-dialogs.tsx').then((m) => m.CaseDialogs));
type Stats = z.output<typeof readStats.response>;
/** The lowest and highest level of each rank, to filter by exactly that rank. */
const LEVELS_OF_RANK: readonly [SupportLevel, SupportLevel][] = [
  ['unstated', 'unstated'],
  ['reported', 'alleged'],
  ['sanctioned', 'sanctioned'],
  ['charged', 'charged'],
  ['admitted', 'admitted'],
  ['found', 'found'],
  ['convicted', 'confirmed'],
];

export function Loaded({ stats }: { stats: Stats }) {
  const deps = useDeps();
  const palette = PALETTES[useScheme()];
  const open = (kind: 'sources' | 'voices') => (): void => openPanel(deps, { kind });
  const ranks = LEVELS_OF_RANK.map((levels, rank) => ({
    levels,
    rank,
    claims: stats.byLevel.filter((l) => l.level !== 'disputed-only' && RANK_OF_LEVEL[l.level] === rank).reduce((sum, l) => sum + l.claims, 0),
  })).filter(({ claims }) => claims > 0);
  const most = Math.max(1, ...ranks.map((r) => r.claims));
  const rows: [string, number, () => void][] = [
    [words.opening.entities, stats.entities, () => openPanel(deps, { kind: 'entities', title: words.lists.entities })],
    [words.opening.claims, stats.claims, () => void showClaims(deps, words.lists.claims, {})],
    [words.opening.sources, stats.sources, open('sources')],
    [words.opening.voices, stats.voices, open('voices')],
    [words.opening.contested, stats.contested, () => void showClaims(deps, words.filters.contestedLine, { contested: true })],
  ];
  return (
    <>
      <h2 className="heading">{words.opening.inCase}</h2>
      {rows.map(([label, n, act]) => (
        <button key={label} type="button" className="stat" onClick={act}>
          <span>{label}</span>
          <b>{n.toLocaleString('en')}</b>
        </button>
      ))}
      {ranks.length > 0 && (
        <div style={{ marginBlockStart: 28 }}>
          <h2 className="heading" style={{ border: 0, paddingBlockEnd: 4 }}>
            {words.opening.howFar}
          </h2>
          {ranks.map(({ levels, rank, claims }) => (
            <button
              key={rank}
              type="button"
              className="level"
              onClick={() => void showClaims(deps, words.rank[rank]!, { standingAtLeast: levels[0], standingAtMost: levels[1] })}
            >
              <span>
                <span>{words.rank[rank]}</span>
                <span>{claims.toLocaleString('en')}</span>
              </span>
              <i style={{ inlineSize: `${(100 * claims) / most}%`, background: palette.standing[rank] }} />
            </button>
          ))}
        </div>
      )}
      {stats.stale > 0 && (
        <p className="meta" style={{ marginBlockStart: 16 }}>
          {words.opening.stale(stats.stale)}
        </p>
      )}
      {casesLoaded(stats.datasets).length === 0 ? <EmptyCase /> : <Datasets stats={stats} />}
    </>
  );
}

/** Where there is nothing yet: the next step. */
function EmptyCase() {
  const [dialog, setDialog] = useState<CaseDialog>();
  return (
    <div style={{ marginBlockStart: 20 }}>
      <p className="meta">{words.opening.empty}</p>
      <p className="meta">{words.caseForms.emptyNext}</p>
      <button type="button" className="btn primary" style={{ marginBlockStart: 8 }} onClick={() => setDialog({ act: 'new' })}>
        {words.caseForms.new}
      </button>
      <Suspense fallback={null}>{dialog && <CaseDialogs dialog={dialog} onClose={() => setDialog(undefined)} />}</Suspense>
    </div>
  );
}

/** The datasets, each with its curator, licence and date up to which it is told. Its claims can be opened. */
function Datasets({ stats }: { stats: Stats }) {
  const deps = useDeps();
  const { open } = useActs().contextOf();
  const told = casesLoaded(stats.datasets);
  return (
    <div style={{ marginBlockStart: 28 }}>
      <h2 className="heading">{words.opening.loadedFrom}</h2>
      {told.map(({ id, title, curator, licence, claims, knowledgeUntil }) => (
        <div key={id} className="dataset">
          <button type="button" className="stat" onClick={() => void showClaims(deps, words.opening.datasetClaims(title), { datasets: [id] })}>
            <span dir="auto">{title}</span>
            <b>{words.search.claims(claims)}</b>
          </button>
          <p className="meta" dir="auto">
            {[
              curator && words.opening.curatedBy(curator),
              licence && words.opening.licence(licence),
              told.length > 1 && knowledgeUntil && words.opening.toldUpTo(dateText(knowledgeUntil)),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
      ))}
      <p>
        <button type="button" className="link" onClick={() => openPanel(deps, { kind: 'changes' })}>
          {words.changes.open}
        </button>
      </p>
      <button type="button" className="link told" dir="auto" title={words.clocks.title} onClick={open.clocks}>
        {stats.knowledge}
      </button>
    </div>
  );
}
