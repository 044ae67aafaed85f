/** The answer of a watched question as it was recorded at an instant beside the answer now: paths, claims, roles or what wants corroboration gained, lost and changed. */
import { WATCHED_SHOWN, type WatchedChange, type WatchedQuestion, type WatchedRole } from '../../contract/routes/watches.ts';
import type { ClaimDifference, CaseComparison } from '../../domain/comparing/compare-cases.ts';
import { RANK_OF_LEVEL } from '../../domain/model/lists.ts';
import type { Graph } from '../../graph/graph.ts';
import { claimsOf, roleKey } from '../comparing/compare-questions.ts';
import { compareTrace, type Both, type ComparedStates, type SavedSetOf } from '../comparing/compare-states.ts';
import { comparedClaimView, comparedPathsView } from '../comparing/compared-views.ts';
import { entityReference } from '../views/references.ts';
import { entityRoleView } from '../views/role-view.ts';
import { compareGaps } from './compare-gaps.ts';

/** @param isOver where it is, the search of a trace ends with what it has */
export async function compareWatched(
  question: WatchedQuestion,
  { graphs, cases, comparison }: Pick<ComparedStates, 'graphs' | 'cases' | 'comparison'>,
  savedSet: SavedSetOf,
  isOver: () => boolean,
): Promise<WatchedChange> {
  if (question.kind === 'trace') {
    const { from, to, switches = {} } = question;
    const trace = await compareTrace(graphs, { from, to, switches }, savedSet, isOver);
    const counts = { before: trace.before, after: trace.after, gained: trace.gained.length, lost: trace.lost.length, changed: trace.changed.length };
    return { ...counts, paths: comparedPathsView(trace, cases, WATCHED_SHOWN) };
  }
  if (question.kind === 'claims') {
    const lists = { before: await claimsOf(graphs.before, question), after: await claimsOf(graphs.after, question) };
    const found = differingClaims(lists, comparison);
    const shown = (some: ClaimDifference[]) => some.slice(0, WATCHED_SHOWN).flatMap((one) => comparedClaimView(one, cases));
    const claims = { gained: shown(found.gained), lost: shown(found.lost), changed: shown(found.changed) };
    return { ...counted(lists.before.size, lists.after.size, found), claims };
  }
  if (question.kind === 'gaps') {
    const { before, after, shown, ...found } = await compareGaps(question, { cases, comparison });
    const first = (some: readonly string[]) => shown(some.slice(0, WATCHED_SHOWN));
    return { ...counted(before, after, found), gaps: { gained: first(found.gained), lost: first(found.lost), changed: first(found.changed) } };
  }
  const given = { before: await rolesIn(graphs.before, question), after: await rolesIn(graphs.after, question) };
  const found = differingRoles(given);
  const [gained, lost, changed] = [found.gained, found.lost, found.changed].map((some) => some.slice(0, WATCHED_SHOWN)) as [
    WatchedRole[],
    WatchedRole[],
    WatchedRole[],
  ];
  return { ...counted(given.before.size, given.after.size, found), roles: { gained, lost, changed } };
}

interface Lists<T> {
  gained: T[];
  lost: T[];
  changed: T[];
}

function counted(before: number, after: number, { gained, lost, changed }: Lists<unknown>): Omit<WatchedChange, 'paths' | 'claims' | 'roles' | 'gaps'> {
  return { before, after, gained: gained.length, lost: lost.length, changed: changed.length };
}

/** A claim of both lists differs where it is told otherwise; one of a single list was gained or lost by it, though the case may have it before and after. */
function differingClaims({ before, after }: Both<ReadonlySet<string>>, { byClaim }: CaseComparison): Lists<ClaimDifference> {
  const only = (some: ReadonlySet<string>, others: ReadonlySet<string>, kind: 'gained' | 'lost') =>
    [...some].filter((id) => !others.has(id)).map((claim): ClaimDifference => ({ claim, kind, changes: byClaim.get(claim)?.changes ?? [] }));
  const both = [...after].filter((id) => before.has(id)).flatMap((id) => byClaim.get(id) ?? []);
  return { gained: only(after, before, 'gained'), lost: only(before, after, 'lost'), changed: both.filter(({ kind }) => kind !== 'same') };
}

/** Each role as its firmest claim gives it. */
async function rolesIn(graph: Graph, { roles, plots, datasets }: Extract<WatchedQuestion, { kind: 'roles' }>): Promise<Map<string, WatchedRole>> {
  const { entries, ctx } = await graph.roles({ roles, plots, datasets });
  const firmest = new Map<string, WatchedRole>();
  for (const entry of entries) {
    const key = roleKey(entry);
    if ((firmest.get(key)?.rank ?? -1) >= RANK_OF_LEVEL[entry.level]) continue;
    firmest.set(key, { ...entityRoleView(entry, ctx), entity: entityReference(entry.entity, ctx), level: entry.level });
  }
  return firmest;
}

function differingRoles({ before, after }: Both<ReadonlyMap<string, WatchedRole>>): Lists<WatchedRole> {
  const only = (some: ReadonlyMap<string, WatchedRole>, others: ReadonlyMap<string, WatchedRole>) =>
    [...some].filter(([key]) => !others.has(key)).map(([, one]) => one);
  const changed = [...after].flatMap(([key, one]) => {
    const was = before.get(key)?.text;
    return was === undefined || was === one.text ? [] : [{ ...one, was }];
  });
  return { gained: only(after, before), lost: only(before, after), changed };
}
