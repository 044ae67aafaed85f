/** The claims that want corroboration in two states of the case: those that want it only now, those that no longer do, and those that want it for other reasons. */
import type { WatchedGap, WatchedQuestion } from '../../contract/routes/watches.ts';
import { gapsInSlices } from '../../domain/corroboration/order-gaps.ts';
import type { GapReason } from '../../domain/corroboration/gaps.ts';
import type { ClaimDifference } from '../../domain/comparing/compare-cases.ts';
import { canonicalJson } from '../../domain/model/canonical-json.ts';
import type { WholeCase } from '../../graph/graph.ts';
import { runInSlices } from '../../graph/run-in-slices.ts';
import type { ComparedStates } from '../comparing/compare-states.ts';
import { comparedClaimView } from '../comparing/compared-views.ts';
import { visibleFigures } from '../corroborating/visible-figures.ts';
import { gapReasonView } from '../views/gap-reason-view.ts';

type Asked = Extract<WatchedQuestion, { kind: 'gaps' }>;
type Reasons = ReadonlyMap<string, readonly GapReason[]>;
interface DifferingGaps {
  /** Claims listed then, and now. */
  before: number;
  after: number;
  gained: string[];
  lost: string[];
  changed: string[];
  /** @param some of those that differ */
  shown(some: readonly string[]): WatchedGap[];
}

export async function compareGaps(asked: Asked, { cases, comparison }: Pick<ComparedStates, 'cases' | 'comparison'>): Promise<DifferingGaps> {
  const [was, is] = [await reasonsIn(cases.before, asked), await reasonsIn(cases.after, asked)];
  const isListed = (claim: string) => ({ then: was.has(claim), now: is.has(claim) });
  const view = (claim: string): WatchedGap[] => {
    const { then, now } = isListed(claim);
    const changes = comparison.byClaim.get(claim)?.changes ?? [];
    // Told as it stands now where it is still on view: then what changed says why it is no longer listed.
    const isGone = !cases.after.figures.get(claim)?.visible;
    const kind: ClaimDifference['kind'] = isGone ? 'lost' : now && !then && !cases.before.figures.get(claim)?.visible ? 'gained' : 'changed';
    return comparedClaimView({ claim, kind, changes }, cases).map((one) => ({
      ...one,
      was: (was.get(claim) ?? []).map((reason) => gapReasonView(reason, cases.before)),
      reasons: (is.get(claim) ?? []).map((reason) => gapReasonView(reason, cases.after)),
    }));
  };
  return {
    before: was.size,
    after: is.size,
    gained: [...is.keys()].filter((claim) => !was.has(claim)),
    lost: [...was.keys()].filter((claim) => !is.has(claim)),
    changed: [...is].flatMap(([claim, reasons]) => (was.has(claim) && canonicalJson(reasons) !== canonicalJson(was.get(claim)) ? [claim] : [])),
    shown: (some) => some.flatMap(view),
  };
}

/** Firmest first. How many links each carries is not counted: it orders the list, and lists nothing. */
async function reasonsIn(whole: WholeCase, { kinds, datasets }: Asked): Promise<Reasons> {
  const claims = await runInSlices(visibleFigures(whole, datasets));
  const { gaps } = await runInSlices(gapsInSlices(claims, whole.records.sources, new Map(), kinds));
  return new Map(gaps.map(({ claim, reasons }) => [claim, reasons]));
}
