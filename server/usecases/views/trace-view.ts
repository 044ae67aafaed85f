/** The answer of a trace: paths with their prose, the nodes and edges to draw them, and what was searched (contract `tracePaths`). */
import type { z } from 'zod';
import type { tracePaths as contract } from '../../contract/routes/trace.ts';
import { asOfLines } from '../../domain/telling/as-of-lines.ts';
import { answerTraceInWords } from '../../domain/answering/answer-trace.ts';
import { eachInSlices } from '../../domain/figures/in-slices.ts';
import { entitiesOf } from '../../domain/model/claim-ends.ts';
import { WITHHELD_GROUPS, WITHHELD_TYPES } from '../../domain/model/lists.ts';
import type { Clocks } from '../../domain/model/questions.ts';
import { commonBodyLine, decisionLines, narratePath, pathTitle, titleAsOf, pathTitleInShort, recordedAsSame } from '../../domain/telling/narrate-path.ts';
import { counted, listed } from '../../domain/telling/narration.ts';
import type { TraceHop, TracePath } from '../../domain/tracing/rank-paths.ts';
import type { SameDecision } from '../../domain/tracing/same-places.ts';
import { nameApart } from '../../domain/telling/shared-names.ts';
import { sideLines, type OnRecord, type TraceSides } from '../../domain/telling/trace-sides.ts';
import type { EffectiveSwitches } from '../../domain/tracing/trace-switches.ts';
import { claimListItems } from './claim-list-item.ts';
import { edgeViews } from './edge-view.ts';
import { nearestMissView } from './nearest-miss-view.ts';
import { entityReference } from './references.ts';
import type { NearestMiss } from '../tracing/nearest-misses.ts';
import { runInSlices } from '../../graph/run-in-slices.ts';
import type { ViewContext } from '../../graph/view-context.ts';

type Answer = z.infer<typeof contract.response>;
type PathView = Answer['paths'][number];

/** Most claims listed under "also said"; the answer gives the number of the rest. */
export const ALSO_SAID_SHOWN = 50;

export interface Traced {
  paths: TracePath[];
  commonBody: TracePath[];
  switches: EffectiveSwitches;
  sides: TraceSides;
  /** The clocks of the trace; absent: none is set. */
  clocks?: Clocks;
  /** Hops up to which every path was searched. */
  completeTo: number;
  entitiesSeen: number;
  stoppedAtLimit: boolean;
  /** There are more paths than these, none of them better in the order asked for. */
  more: boolean;
  /** Pairs of ends that are decided the same, with the decisions; absent: not looked for. */
  sameEnds?: { from: string; to: string; decisions: SameDecision[] }[];
  /** Ids of the claims that else concern the ends (`saidOfEnds`), in their order; absent: not looked for. The context holds their records and figures. */
  alsoSaid?: string[];
  /** Where there is no link: what would link them; absent: not looked for. */
  nearest?: NearestMiss[];
  /** What is on record of the ends of the paths, for their titles; absent: their names alone. */
  onRecord?: OnRecord;
  /** The first of the hubs; `hubs` is the number of all. */
  hubsNotPassed: string[];
  hubs: number;
}

export async function traceAnswer(traced: Traced, ctx: ViewContext): Promise<Answer> {
  const { paths, commonBody, switches } = traced;
  const { from, to } = traced.sides;
  const stated = statedOf(traced, ctx);
  const claimIds = new Set([...paths, ...commonBody].flatMap((p) => p.hops.flatMap((hop) => hop.claims)));
  const claims = [...claimIds].flatMap((id) => ctx.records.claims.get(id) ?? []);
  const entities = new Set([...from, ...to, ...paths.flatMap((path) => path.entities), ...claims.flatMap(entitiesOf)]);
  const also = traced.alsoSaid ?? [];
  return {
    paths: await runInSlices(eachInSlices(paths, (path) => pathView(path, ctx, traced))),
    commonBody: commonBody.map((path) => ({
      entities: path.entities,
      bodies: path.bodies.map((id) => entityReference(id, ctx)),
      text: `${commonBodyLine(path, ctx)}.`,
    })),
    linked: paths.length > 0,
    answer: answerTraceInWords({ ...traced, alsoSaid: also.slice(0, ALSO_SAID_SHOWN), maxHops: switches.maxHops, datasets: switches.datasets }, ctx),
    recordedAsSame: (traced.sameEnds ?? []).map((pair) => ({ ...sameStepView(pair, ctx), text: sameText(pair, ctx) })),
    alsoSaid: claimListItems(also.slice(0, ALSO_SAID_SHOWN), ctx),
    alsoSaidLeftOut: Math.max(0, also.length - ALSO_SAID_SHOWN),
    ...(traced.nearest && { nearest: traced.nearest.map((miss) => nearestMissView(miss, switches, ctx)) }),
    searched: {
      from: from.map((id) => entityReference(id, ctx)),
      to: to.map((id) => entityReference(id, ctx)),
      maxHops: switches.maxHops,
      slack: switches.slack,
      entitiesSeen: traced.entitiesSeen,
      stated,
      stoppedAtLimit: traced.stoppedAtLimit,
      more: traced.more,
      hubsNotPassed: traced.hubsNotPassed.map((id) => entityReference(id, ctx)),
      text: searchedWords(traced, ctx),
    },
    nodes: [...entities].flatMap((id) => ctx.node(id) ?? []),
    edges: await edgeViews(claims, ctx),
    revision: ctx.revision,
  };
}

function pathView(path: TracePath, ctx: ViewContext, { sides, onRecord }: Pick<Traced, 'sides' | 'onRecord'>): PathView {
  const levelOf = (claim: string) => ctx.figures.get(claim)?.level ?? 'unstated';
  const weakest = path.hops[path.weakest.hop];
  const { sentences, notes, closing } = narratePath(path, ctx);
  const title = pathTitle(path, ctx, sides.asked, onRecord);
  return {
    id: path.entities.join('|'),
    entities: path.entities,
    title: titleAsOf(title, ctx),
    inShort: pathTitleInShort(title, path, ctx, sides.asked),
    hops: path.hops.map((hop) => hopView(hop, ctx)),
    ...(path.same.length > 0 ? { same: path.same.map((step) => ({ ...sameStepView(step, ctx), before: step.before })) } : {}),
    weakest: { ...path.weakest, level: weakest ? levelOf(weakest.best) : 'unstated' },
    fewestUninvolved: path.fewestUninvolved,
    prose: {
      sentences,
      notes,
      closing,
    },
  };
}

type Same = { from: string; to: string; decisions: SameDecision[] };

function sameStepView({ from, to, decisions }: Same, ctx: ViewContext) {
  return { from: entityReference(from, ctx), to: entityReference(to, ctx), decisions: decisions.map(({ a, b, why }) => ({ a, b, why })) };
}

/** "Ann and Anna are recorded as the same by the curator: one passport." Each decision of a chain is told. */
function sameText(pair: Same, ctx: ViewContext): string {
  return [...(pair.decisions.length > 1 ? [`${recordedAsSame(pair, ctx)}.`] : []), ...decisionLines(pair, ctx)].join(' ');
}

function hopView(hop: TraceHop, ctx: ViewContext): PathView['hops'][number] {
  const figures = ctx.figures.get(hop.best);
  const { from, to, forward, best, claims, rank, origins, uninvolvedOrigins } = hop;
  return {
    from,
    to,
    forward,
    best,
    claims,
    rank,
    level: figures?.level ?? 'unstated',
    origins,
    originsOpen: figures?.originsOpen ?? false,
    uninvolvedOrigins,
  };
}

/** At which dates, between whom and by which switches it was searched: a sentence each. */
export const statedOf = ({ clocks, sides, switches }: Pick<Traced, 'clocks' | 'sides' | 'switches'>, ctx: ViewContext): string[] => {
  const names = (ids: readonly string[]) => listed(ids.map((id) => nameApart(id, ctx)));
  return [
    ...(clocks ? asOfLines({ clocks, records: ctx.records }) : []),
    ...sideLines(sides, (id) => nameApart(id, ctx)),
    ...switches.stated,
    ...(switches.mustPass.length > 0 ? [`Every path passes ${names(switches.mustPass)}.`] : []),
    ...(switches.mustAvoid.length > 0 ? [`No path passes ${names(switches.mustAvoid)}.`] : []),
  ];
};

/** What was searched and what was not, in sentences. */
export function searchedWords(traced: Traced, ctx: ViewContext): string {
  const { switches, completeTo } = traced;
  const stated = statedOf(traced, ctx);
  const { from, to } = traced.sides;
  const side = (ids: readonly string[]) => (ids.length === 1 ? nameApart(ids[0] ?? '', ctx) : `${ids.length} entities`);
  const text = [
    `Searched paths from ${side(from)} to ${side(to)} of up to ${counted(switches.maxHops, 'hop')}; ${counted(traced.entitiesSeen, 'entity').replace('entitys', 'entities')} seen.`,
    ...stated,
  ];
  const closed = WITHHELD_TYPES.filter((type) => !switches.throughTypes.includes(type));
  if (closed.length > 0) text.push(`No path passes through a ${closed.map((t) => t.toLowerCase()).join(', ')}.`);
  const groups = WITHHELD_GROUPS.filter((group) => !switches.groups.includes(group));
  if (groups.length > 0) text.push(`Claims of ${listed(groups)} are not followed.`);
  if (!switches.throughGeneric || !switches.throughAggregate) {
    const kinds = [...(switches.throughGeneric ? [] : ['generic']), ...(switches.throughAggregate ? [] : ['aggregate'])];
    text.push(`Nor is any ${kinds.join(' or ')} entity passed.`);
  }
  if (traced.hubs > 0) {
    text.push(
      `${traced.hubs} ${traced.hubs === 1 ? 'entity' : 'entities'} with more than ${switches.degreeLimit} segments ${traced.hubs === 1 ? 'was' : 'were'} not passed.`,
    );
  }
  if (traced.stoppedAtLimit) {
    text.push(
      completeTo < switches.maxHops && traced.paths.length === 0
        ? `Stopped at the limit: paths of more than ${counted(completeTo, 'hop')} were not searched through.`
        : 'Stopped at the limit: there may be more paths than these.',
    );
  }
  if (traced.more) text.push(`There are more paths than these, none of them ${switches.order === 'hops' ? 'shorter' : 'firmer'}.`);
  const same = traced.sameEnds ?? [];
  text.push(...same.map((pair) => sameText(pair, ctx)));
  // One pair of ends that are the same: no link is left to look for.
  const isSettled = same.length > 0 && from.length === 1 && to.length === 1;
  if (traced.paths.length === 0 && !isSettled) text.push('Not linked within what was searched.');
  return text.join(' ');
}
