/** Runs a question: a trace, a list of claims, or the roles by plot; and draws what it names. */
import { call } from '../api/call.ts';
import { claimsQuery, clockBodyOf, type ReadyQuestion, rolesQuery } from '../api/queries.ts';
import { listClaims } from '../../server/contract/routes/claims.ts';
import { API_LIMITS } from '../../server/contract/parts.ts';
import type { EdgeView, NodeView } from '../../server/contract/views.ts';
import type { ClaimFilter } from '../../server/domain/model/questions.ts';
import { neededEntities } from '../../server/domain/picturing/drawn/drawable.ts';
import { words } from '../i18n/messages.ts';
import { evidenceQuery } from '../api/queries.ts';
import { openClaim } from './open-things.ts';
import { explainError, wasStopped } from '../api/explain-error.ts';
import { runTrace } from './run-trace.ts';
import type { Deps } from './deps.ts';
import { fetchSteadily } from './loading/fetch-steadily.ts';

/** Claims of a list that are drawn at once; the rest is only in the list. */
export const DRAWN_CLAIMS = 40;

/** Draws claims with all entities their edges need. Claims without an edge stay in their list. */
export function drawClaims(deps: Deps, title: string, nodes: NodeView[], edges: EdgeView[], fresh = false): void {
  const all = edges.filter((edge) => neededEntities(edge).length > 0);
  const lined = all.slice(0, DRAWN_CLAIMS);
  const rest = all.slice(DRAWN_CLAIMS);
  const { clocks } = deps.store.get().history.present;
  deps.store.dispatch({ type: 'received', clocks, nodes, edges: rest, absent: [] });
  deps.store.dispatch({
    type: 'place',
    words: title,
    nodes,
    edges: lined,
    entities: [...new Set(lined.flatMap(neededEntities))],
    clocks,
    fresh,
    left: rest.map((edge) => edge.id),
  });
}

/** Draws a claim found by what is said, with all its edges need, and opens its evidence: with a citation, at its passage. */
export async function drawAndOpenClaim(deps: Deps, id: string, citation?: string): Promise<void> {
  const { store, latest, tell } = deps;
  const t = words.search.said;
  const run = latest.begin('question', t.opening);
  try {
    const evidence = await fetchSteadily(deps, run, evidenceQuery(id, store.get().history.present.clocks));
    if (!run.isNewest()) return;
    drawClaims(deps, words.acts.claims, evidence.ends, [evidence.claim]);
    openClaim(deps, id, citation);
  } catch (error) {
    if (!wasStopped(error)) tell(`${t.notOpened} ${explainError(error)}`, true);
  } finally {
    run.end();
  }
}

/** Opens the list of claims that match a filter and draws those of the highest standing. */
export async function showClaims(deps: Deps, title: string, filter: ClaimFilter, fresh = true): Promise<void> {
  const { store, latest, tell } = deps;
  const run = latest.begin('question', title);
  const { clocks } = store.get().history.present;
  try {
    const answer = await fetchSteadily(deps, run, claimsQuery(filter, clocks, 100, true));
    if (!run.isNewest()) return;
    drawClaims(deps, title, answer.nodes, answer.claims, fresh);
    store.dispatch({ type: 'select', selection: { entities: [], claims: [] } });
    store.dispatch({ type: 'open', panel: { kind: 'claims', title, filter } });
  } catch (error) {
    if (!wasStopped(error)) tell(`${words.errors.notRun} ${explainError(error)}`, true);
  } finally {
    run.end();
  }
}

async function showRoles(deps: Deps, question: Extract<ReadyQuestion, { kind: 'roles' }>): Promise<void> {
  const { store, latest, tell } = deps;
  const run = latest.begin('question', question.text);
  const { clocks } = store.get().history.present;
  const { roles, plots, datasets } = question;
  try {
    const answer = await fetchSteadily(deps, run, rolesQuery({ roles, plots, datasets }, clocks, true));
    const claims = new Set(answer.plots.flatMap((plot) => plot.roles.map((entry) => entry.claim)));
    const listed = await call(listClaims, {
      body: {
        filter: {
          groups: ['sponsorship', 'intermediation', 'execution', 'target'],
          entities: answer.plots.map((p) => p.plot.id),
          ...(datasets ? { datasets } : {}),
        },
        clocks: clockBodyOf(clocks),
        limit: API_LIMITS.listResults,
      },
      signal: run.signal,
    });
    if (!run.isNewest()) return;
    drawClaims(
      deps,
      question.text,
      listed.nodes,
      listed.claims.filter((edge) => claims.has(edge.id)),
      true,
    );
    store.dispatch({ type: 'select', selection: { entities: [], claims: [] } });
    store.dispatch({ type: 'open', panel: { kind: 'roles', title: question.text, plots, roles, datasets } });
  } catch (error) {
    if (!wasStopped(error)) tell(`${words.errors.notRun} ${explainError(error)}`, true);
  } finally {
    run.end();
  }
}

export async function runQuestion(deps: Deps, question: ReadyQuestion): Promise<void> {
  if (question.clocks) deps.store.dispatch({ type: 'clocks', words: words.acts.clocks, clocks: question.clocks });
  if (question.kind === 'trace')
    return runTrace(deps, { from: question.from, to: question.to, switches: question.switches ?? {}, fresh: true, title: question.text });
  if (question.kind === 'claims') return showClaims(deps, question.text, question.filter);
  return showRoles(deps, question);
}
