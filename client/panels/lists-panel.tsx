/** The lists in the right region: claims by filter, roles by plot, sources and voices. */
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { claimsQuery, rolesQuery, sourcesQuery, voicesQuery } from '../api/queries.ts';
import type { ClaimFilter, Clocks } from '../../server/domain/model/questions.ts';
import { useDeps } from '../acts/deps.ts';
import { openClaim, openEntity, openPanel } from '../acts/open-things.ts';
import { drawClaims } from '../acts/run-question.ts';
import { useView } from '../state/store.ts';
import type { Role } from '../../server/domain/model/lists.ts';
import { ClaimRow } from '../ui/claim-row.tsx';
import { EntityMark } from '../ui/entity-mark.tsx';
import { LineSample } from '../ui/figures.tsx';
import { Await, Empty } from '../ui/states.tsx';
import { words } from '../i18n/messages.ts';
import { AsRows } from './as-rows.tsx';
import { PanelHead } from './panel-head.tsx';
import { Answer } from './trace/answer.tsx';
import { CopyAnswer } from './trace/copy-answer.tsx';
import { AnswerNotes } from './trace/notes.tsx';
import { stakeText } from './sources/stake.tsx';
import { WatchThis } from './watches/watch-this.tsx';
import { watchedClocks } from './watches/watched-clocks.ts';

const t = words.lists;
const PAGE = 100;

export function ClaimsPanel({ title, filter, clocks }: { title: string; filter: ClaimFilter; clocks?: Clocks }) {
  const deps = useDeps();
  const [limit, setLimit] = useState(PAGE);
  const atClocks = useView((s) => s.history.present.clocks);
  const asked = useQuery(claimsQuery(filter, clocks ?? atClocks, limit, true));
  return (
    <>
      <PanelHead chips={[[t.claims, '']]}>{asked.data?.answer && <CopyAnswer answer={asked.data.answer} question={title} />}</PanelHead>
      <h2 className="proposition" style={{ paddingBlockEnd: 10 }} dir="auto">
        {title}
      </h2>
      <div className="scroll" tabIndex={0} role="region" aria-label={title}>
        <Await asked={asked} rows={8}>
          {(answer) => (
            <>
              {answer.answer && <Answer answer={answer.answer} />}
              <div className="block row wrap">
                <strong>{t.total(answer.claims.length, answer.total)}</strong>
                {answer.uncertain > 0 && <span className="meta">{t.uncertain(answer.uncertain)}</span>}
                {answer.claims.length > 0 && (
                  <button type="button" className="btn small" onClick={() => drawClaims(deps, words.acts.claims, answer.nodes, answer.claims)}>
                    {t.drawAll(Math.min(40, answer.claims.length))}
                  </button>
                )}
                <WatchThis title={title} question={{ kind: 'claims', filter, ...watchedClocks(clocks ?? atClocks) }} />
                {answer.claims.length > 0 && <AsRows of={{ kind: 'claims', title, filter, ...(clocks && { clocks }) }} title={title} />}
              </div>
              {answer.total === 0 && <Empty>{t.none}</Empty>}
              <div className="rows">
                {answer.claims.map((claim) => (
                  <ClaimRow key={claim.id} claim={claim} onOpen={(id) => openClaim(deps, id)} />
                ))}
              </div>
              {answer.total > answer.claims.length && limit < 500 && (
                <div className="block">
                  <button type="button" className="btn small" onClick={() => setLimit(Math.min(500, limit + PAGE))}>
                    {t.more(Math.min(PAGE, answer.total - answer.claims.length))}
                  </button>
                </div>
              )}
              {answer.answer && <AnswerNotes notes={answer.answer.notes} />}
            </>
          )}
        </Await>
      </div>
    </>
  );
}

interface RoleEntry {
  entity: { id: string; name: string };
  text: string;
  claim: string;
  rank: number;
}
/** One row for each entity and role, with every claim that gives it. */
function mergeRoles(roles: readonly RoleEntry[]): { entry: RoleEntry; claims: string[] }[] {
  const rows = new Map<string, { entry: RoleEntry; claims: string[] }>();
  for (const entry of roles) {
    const key = `${entry.entity.id} ${entry.text}`;
    const row = rows.get(key);
    if (row) row.claims.push(entry.claim);
    else rows.set(key, { entry, claims: [entry.claim] });
  }
  return [...rows.values()];
}

export function RolesPanel({ title, plots, roles: only, datasets }: { title: string; plots?: string[]; roles?: Role[]; datasets?: string[] }) {
  const deps = useDeps();
  const clocks = useView((s) => s.history.present.clocks);
  const asked = useQuery(rolesQuery({ roles: only, plots, datasets }, clocks, true));
  return (
    <>
      <PanelHead chips={[[t.roles, '']]}>{asked.data?.answer && <CopyAnswer answer={asked.data.answer} question={title} />}</PanelHead>
      <h2 className="proposition" style={{ paddingBlockEnd: 10 }} dir="auto">
        {title}
      </h2>
      <div className="scroll" tabIndex={0} role="region" aria-label={title}>
        <Await asked={asked} rows={8}>
          {(answer) => (
            <>
              {answer.answer && <Answer answer={answer.answer} />}
              <div className="block row wrap">
                <WatchThis
                  title={title}
                  question={{
                    kind: 'roles',
                    ...(only ? { roles: only } : {}),
                    ...(plots ? { plots } : {}),
                    ...(datasets ? { datasets } : {}),
                    ...watchedClocks(clocks),
                  }}
                />
              </div>
              {answer.plots.length === 0 ? (
                <Empty>{t.noRoles}</Empty>
              ) : (
                answer.plots.map(({ plot, roles }) => (
                  <section className="block" key={plot.id} aria-label={plot.name}>
                    <h3>
                      <button type="button" className="link row" style={{ color: 'var(--ink)', fontWeight: 600 }} onClick={() => openEntity(deps, plot.id)}>
                        <EntityMark type={plot.type} />
                        <span dir="auto">{plot.name}</span>
                      </button>
                    </h3>
                    <ul>
                      {mergeRoles(roles).map(({ entry, claims }) => (
                        <li key={`${entry.entity.id} ${entry.text}`} className="item">
                          <button type="button" className="claim-row" style={{ padding: '5px 0' }} onClick={() => openClaim(deps, entry.claim)}>
                            <LineSample rank={entry.rank} />
                            <span>
                              <span dir="auto">{entry.entity.name}</span>
                              <span className="meta" style={{ display: 'block' }}>
                                {entry.text}
                              </span>
                            </span>
                          </button>
                          {claims.length > 1 && (
                            <span className="row" style={{ gap: 2 }}>
                              {claims.map((claim, i) => (
                                <button
                                  key={claim}
                                  type="button"
                                  className="btn ghost small"
                                  aria-label={t.claimOf(i + 1, claims.length)}
                                  onClick={() => openClaim(deps, claim)}
                                >
                                  {i + 1}
                                </button>
                              ))}
                            </span>
                          )}
                        </li>
                      ))}
                    </ul>
                  </section>
                ))
              )}
              {answer.answer && <AnswerNotes notes={answer.answer.notes} />}
            </>
          )}
        </Await>
      </div>
    </>
  );
}

export function SourcesPanel() {
  const deps = useDeps();
  const asked = useQuery(sourcesQuery());
  return (
    <>
      <PanelHead chips={[[t.sources, '']]} />
      <div className="scroll" tabIndex={0} role="region" aria-label={t.sources}>
        <Await asked={asked}>
          {({ sources }) => (
            <div className="rows" style={{ marginBlockStart: 10 }}>
              {sources.map((source) => (
                <button
                  key={source.id}
                  type="button"
                  className="claim-row"
                  style={{ gridTemplateColumns: '1fr' }}
                  onClick={() => openPanel(deps, { kind: 'source', id: source.id })}
                >
                  <span>
                    <span className="said" dir="auto" lang={source.language}>
                      {source.shortTitle}
                    </span>
                    <span className="meta" style={{ display: 'block' }}>
                      {[source.publisher, t.citations(source.citations), source.seen ? '' : t.unseen].filter(Boolean).join(' · ')}
                    </span>
                  </span>
                </button>
              ))}
            </div>
          )}
        </Await>
      </div>
    </>
  );
}

export function VoicesPanel() {
  const deps = useDeps();
  const asked = useQuery(voicesQuery());
  return (
    <>
      <PanelHead chips={[[t.voices, '']]}>
        <button type="button" className="btn small" onClick={() => openPanel(deps, { kind: 'overlap' })}>
          {words.overlap.open}
        </button>
      </PanelHead>
      <div className="scroll" tabIndex={0} role="region" aria-label={t.voices}>
        <Await asked={asked}>
          {({ voices }) => (
            <div className="rows" style={{ marginBlockStart: 10 }}>
              {voices.map((voice) => (
                <button
                  key={voice.id}
                  type="button"
                  className="claim-row"
                  style={{ gridTemplateColumns: '1fr' }}
                  onClick={() => openPanel(deps, { kind: 'voice', id: voice.id })}
                >
                  <span>
                    <span dir="auto">{voice.name}</span>
                    <span className="meta" style={{ display: 'block' }}>
                      {t.originOf(voice.claims)}, {t.aloneCount(voice.alone)} · {stakeText(voice.stake)}
                    </span>
                  </span>
                </button>
              ))}
            </div>
          )}
        </Await>
      </div>
    </>
  );
}
