/** What would link two ends that no path links, in words and as switches. */
import type { nearestMiss } from '../../contract/routes/trace.ts';
import type { z } from 'zod';
import { levelWord } from '../../domain/telling/describe-standing.ts';
import { listed } from '../../domain/telling/narration.ts';
import type { TraceSwitches } from '../../domain/model/questions.ts';
import { nameApart } from '../../domain/telling/shared-names.ts';
import type { ViewContext } from '../../graph/view-context.ts';
import type { NearestMiss } from '../tracing/nearest-misses.ts';

export function nearestMissView(miss: NearestMiss, asked: Required<TraceSwitches>, ctx: ViewContext): z.infer<typeof nearestMiss> {
  const name = (id: string) => nameApart(id, ctx);
  const way = miss.path.entities.map(name).join(' – ');
  return {
    kind: miss.kind,
    switches: miss.change,
    entities: miss.path.entities,
    claims: miss.hops.flatMap((hop) => miss.path.hops[hop]?.best ?? []),
    text: [`Linked if ${conditionOf(miss, asked, name)}: ${way} (the weakest hop ${weakestWord(miss, ctx)}).`, ...hopWords(miss, ctx)].join(' '),
  };
}

function weakestWord({ path }: NearestMiss, ctx: ViewContext): string {
  const weakest = path.hops[path.weakest.hop];
  return `“${levelWord(ctx.figures.get(weakest?.best ?? '')?.level ?? 'unstated')}”`;
}

function conditionOf({ kind, change, path, passed }: NearestMiss, asked: Required<TraceSwitches>, name: (id: string) => string): string {
  const may = (ids: readonly string[], why: string) => `${listed(ids.map((id) => `${name(id)}${why}`))} may be passed`;
  switch (kind) {
    case 'standing':
      return `claims below “${asked.standingAtLeast}” are allowed, down to “${change.standingAtLeast}”`;
    case 'uninvolved':
      return `claims with fewer than ${asked.uninvolvedAtLeast} uninvolved origins are allowed`;
    case 'origins':
      return `claims with fewer than ${asked.originsAtLeast} origins are allowed`;
    case 'contested':
      return 'contested claims are allowed';
    case 'datasets':
      return 'claims of any case are allowed';
    case 'must-pass':
      return `${listed(asked.mustPass.map(name))} need not be passed`;
    case 'must-avoid':
    case 'type':
      return may(passed, '');
    case 'generic':
      return may(passed, ', who is generic,');
    case 'aggregate':
      return may(passed, ', who stands for several,');
    case 'degree':
      return may(passed, `, with more than ${asked.degreeLimit} segments,`);
    case 'group':
      return `claims of the group ${listed((change.groups ?? []).filter((group) => !asked.groups.includes(group)).map((group) => `“${group}”`))} count as hops`;
    case 'hops':
      return `paths of ${path.hops.length} hops are looked at`;
  }
}

/** Which hops do not pass as was asked, and whose word they rest on. */
function hopWords({ hops, path }: NearestMiss, ctx: ViewContext): string[] {
  if (hops.length === 0) return [];
  const told = hops.flatMap((at) => {
    const hop = path.hops[at];
    if (!hop) return [];
    const figures = ctx.figures.get(hop.best);
    const voices = (figures?.originVoices ?? []).map((id) => ctx.records.voices.get(id)?.name ?? id);
    const rests = voices.length > 0 ? `, resting on ${listed(voices)}` : ', with no origin named';
    return [`${nameApart(hop.from, ctx)} – ${nameApart(hop.to, ctx)} (${levelWord(figures?.level ?? 'unstated')}${rests})`];
  });
  return [hops.length === 1 ? `But for one hop it would be as asked: ${told.join()}.` : `${hops.length} hops are not as asked: ${listed(told)}.`];
}
