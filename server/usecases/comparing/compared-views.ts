/** What differs between two states of the case, as the API shows it: claims with their sentence and how they stand in both, and paths with their titles. */
import type { z } from 'zod';
import type { ClaimMark, ComparedClaim, comparedPaths } from '../../contract/routes/compare.ts';
import { tellChanges } from '../../domain/answering/answer-comparison.ts';
import type { ClaimDifference } from '../../domain/comparing/compare-cases.ts';
import { entitiesOf } from '../../domain/model/claim-ends.ts';
import { narrateClaim } from '../../domain/telling/narrate-claim.ts';
import { describeStandingOf } from '../../domain/telling/describe-standing.ts';
import { pathTitle } from '../../domain/telling/narrate-path.ts';
import type { TracePath } from '../../domain/tracing/rank-paths.ts';
import type { WholeCase } from '../../graph/graph.ts';
import type { Both, ComparedTrace } from './compare-states.ts';

type PathsView = z.infer<typeof comparedPaths>;

export function comparedClaimView(difference: ClaimDifference, { before, after }: Both<WholeCase>): ComparedClaim[] {
  const { claim: id, kind, struck, changes } = difference;
  const told = kind === 'lost' ? before : after;
  const claim = told.records.claims.get(id);
  const figures = told.figures.get(id);
  if (!claim || !figures) return [];
  const [was, is] = [standingIn(id, before), standingIn(id, after)];
  return [
    {
      id,
      kind,
      ...(struck === undefined ? {} : { struck }),
      sentence: narrateClaim(claim, figures, told),
      changes,
      told: tellChanges(difference, before, after, after.taken.get(id)?.retold),
      ...(was ? { before: was } : {}),
      ...(is ? { after: is } : {}),
      entities: [...new Set(entitiesOf(claim))],
    },
  ];
}

function standingIn(id: string, state: WholeCase): ComparedClaim['before'] {
  const figures = state.figures.get(id);
  if (!figures?.visible) return undefined;
  const { level, rank, origins, originsOpen, uninvolvedOrigins, contested } = figures;
  return { level, rank, told: describeStandingOf(id, state), origins, originsOpen, uninvolvedOrigins, contested };
}

/** What striking did goes before what else changed. */
export function markOf({ kind, struck }: ClaimDifference): ClaimMark | undefined {
  return struck ?? (kind === 'same' ? undefined : kind);
}

/** @param most paths in each list */
export function comparedPathsView(trace: ComparedTrace, { before, after }: Both<WholeCase>, most: number): PathsView {
  const view = (path: TracePath, state: WholeCase): PathsView['gained'][number] => ({
    entities: path.entities,
    title: pathTitle(path, state, trace.sides.asked),
    claims: path.hops.map(({ best }) => best),
    weakest: weakestOf(path, state),
  });
  return {
    before: trace.before,
    after: trace.after,
    more: trace.more,
    gained: trace.gained.slice(0, most).map((path) => view(path, after)),
    lost: trace.lost.slice(0, most).map((path) => view(path, before)),
    changed: trace.changed.slice(0, most).map((one) => ({ ...view(one.after, after), weakestBefore: weakestOf(one.before, before) })),
  };
}

function weakestOf({ hops, weakest }: TracePath, { figures }: WholeCase): PathsView['gained'][number]['weakest'] {
  const of = figures.get(hops[weakest.hop]?.best ?? '');
  return { level: of?.level ?? 'unstated', rank: weakest.rank, contested: of?.contested ?? false };
}
