/** Derives what follows from a delta: finds every claim whose figures it changes, derives them anew, and lists what to write for each. */
import { canonicalJson } from '../../domain/model/canonical-json.ts';
import { applyDelta } from '../../domain/importing/apply-delta.ts';
import { maybeStored, putKeys, type Delta, type Derived, type RecordKey } from '../../domain/importing/change-plan.ts';
import { deriveFigures } from '../../domain/figures/derive-figures.ts';
import { rootOf } from '../../domain/figures/lineage.ts';
import type { Figures } from '../../domain/model/figures.ts';
import type { Records } from '../../domain/model/records.ts';
import { segmentsOf } from '../../domain/model/segments.ts';
import type { Tx } from '../../store/connect.ts';
import { addClaimsById, completeReferences, loadOutside, storedRivalsOf } from '../../store/load-records.ts';
import { currentRevision } from '../../store/statements/recording/change-sets.ts';
import { readFigures } from '../../store/statements/claims.ts';
import { loadStored } from '../../store/load-stored.ts';
import { findOwnClaims } from './find-own-claims.ts';
import { findMovedClaims } from './find-moved-claims.ts';

export interface DeriveOptions {
  /** Most claims, beyond those the delta names, that are derived at once. Where there are more they are left stale (architecture.md). */
  beyondLimit?: number;
  /** Claims to derive whether or not the delta changes them: those left stale. */
  also?: Iterable<string>;
  /** Records of the delta that the caller knows not to be stored at this revision, so that they need not be looked up. */
  unstored?: ReadonlySet<RecordKey>;
}

export const BEYOND_LIMIT = 5_000;

/**
 * Everything that follows from a delta, at the revision that the transaction sees. A delta changes the claims whose own record, citations, predicate or lineage
 * (sources, voices on the way) it changes. Through them it changes: the rivals of claims that begin or cease to stand; claims below a body whose `within` edge
 * changes, where a voice on their way has a stake above that edge; and claims of a root source that gains or loses an accuser.
 */
export async function deriveChanges(
  tx: Tx,
  delta: Delta,
  { beyondLimit = BEYOND_LIMIT, also = [], unstored = new Set() }: DeriveOptions = {},
): Promise<Derived> {
  return (await deriveAround(tx, delta, { beyondLimit, also, unstored })).derived;
}

/** The same, with the records around the claims as the delta leaves them. */
export async function deriveAround(
  tx: Tx,
  delta: Delta,
  { beyondLimit = BEYOND_LIMIT, also = [], unstored = new Set() }: DeriveOptions = {},
): Promise<{ derived: Derived; around: Records }> {
  const rev = await currentRevision(tx);
  const stored = await loadStored(tx, rev, delta, unstored);
  const fresh = new Set(putKeys(delta.put).filter((key) => !stored.states.has(key)));
  const own = await findOwnClaims(tx, rev, delta, stored);
  for (const id of also) {
    own.claims.add(id);
    own.named.add(id);
    // What left it stale may be its predicate or the type of an end, which change its segments.
    own.redrawn.add(id);
  }

  const before = stored.around;
  await addClaimsById(tx, rev, before, maybeStored('claim', own.claims, fresh));
  await completeReferences(tx, rev, before);
  const after = applyDelta(before, delta);
  await completeReferences(tx, rev, after);

  const removed = new Set(delta.remove.filter(({ kind }) => kind === 'claim').map(({ id }) => id));
  const { moved, pivots } = await findMovedClaims(tx, rev, { before, after, own: own.claims, fresh });
  const atOnce = new Set([...own.named, ...pivots].filter((id) => !removed.has(id)));
  const beyond = new Set([...own.claims, ...moved].filter((id) => !atOnce.has(id) && !removed.has(id)));
  const tooMany = beyond.size > beyondLimit;
  const asked = new Set(atOnce);
  if (!tooMany) for (const id of beyond) asked.add(id);

  // These claims are the same before and after, so they are added to both states.
  const added = new Set([...asked].filter((id) => !after.claims.has(id)));
  await addClaimsById(tx, rev, after, added);
  await completeReferences(tx, rev, after);
  const askedStored = maybeStored('claim', asked, fresh);
  await addRivals(tx, rev, after, askedStored, delta);
  const outside = await loadOutside(tx, after, { except: removed, fresh });
  const figures = deriveFigures(after, { only: asked, outside });

  const beforeRows = askedStored.length === 0 ? [] : await readFigures.run(tx, { rev, ids: askedStored });
  const figuresBefore = new Map(beforeRows.map((row): [string, string] => [row.id, row.figures]));
  const result: Derived = {
    existing: [...stored.states.keys()],
    replaced: stored.states,
    figures: [],
    before: [],
    segments: new Map(),
    roots: new Map(),
    sourcesRead: new Map(),
    predicates: new Map(),
    ends: new Map(),
    stale: tooMany ? [...beyond].sort() : [],
  };
  const redrawn = new Set([...own.redrawn, ...delta.put.claims.map(({ claim }) => claim.id)]);
  for (const [id, derived] of figures) {
    const was = figuresBefore.get(id);
    // An unchanged claim is not written again.
    if (was !== undefined && !own.claims.has(id) && was === canonicalJson(derived)) continue;
    addDerived(result, after, derived, redrawn.has(id));
    if (was !== undefined) result.before.push(JSON.parse(was) as Figures);
  }
  addRoots(result, before, after, new Set(delta.put.citations.map(({ id }) => id)));
  return { derived: result, around: after };
}

function addDerived(result: Derived, after: Records, figures: Figures, redraw: boolean): void {
  const claim = after.claims.get(figures.claim);
  const predicate = claim && after.predicates.get(claim.predicate);
  if (!claim || !predicate) return;
  result.figures.push(figures);
  result.predicates.set(claim.id, predicate);
  result.ends.set(claim.id, { subject: claim.subject, object: claim.object, at: claim.at });
  result.sourcesRead.set(claim.id, [...new Set((after.citations.get(claim.id) ?? []).map((citation) => citation.source))].sort());
  if (redraw)
    result.segments.set(
      claim.id,
      segmentsOf(claim, predicate, (id) => after.entities.get(id)?.type),
    );
}

/** Roots of the citations that are put, and of stored citations whose root changes. */
function addRoots(result: Derived, before: Records, after: Records, put: ReadonlySet<string>): void {
  const rootsBefore = new Map<string, string | undefined>();
  for (const citations of before.citations.values()) for (const citation of citations) rootsBefore.set(citation.id, rootOf(citation, before.sources)?.id);
  for (const citations of after.citations.values()) {
    for (const citation of citations) {
      const root = rootOf(citation, after.sources)?.id;
      if (put.has(citation.id) || (rootsBefore.has(citation.id) && rootsBefore.get(citation.id) !== root)) result.roots.set(citation.id, root);
    }
  }
}

/** Adds the stored rival sets of the given claims, as the delta leaves them. */
async function addRivals(tx: Tx, rev: number, after: Records, asked: readonly string[], delta: Delta): Promise<void> {
  const gone = new Set([...delta.remove.filter(({ kind }) => kind === 'rivals').map(({ id }) => id), ...delta.put.rivals.map(({ id }) => id)]);
  const known = new Set(after.rivals.map(({ id }) => id));
  for (const set of await storedRivalsOf(tx, rev, asked)) if (!gone.has(set.id) && !known.has(set.id)) after.rivals.push(set);
}
