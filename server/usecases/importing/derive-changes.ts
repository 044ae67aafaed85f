/** What a delta does to derived figures: finds every claim it moves, derives those anew, and says what is to be written for each. */
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
import { currentRevision } from '../../store/statements/change-sets.ts';
import { readFigures } from '../../store/statements/claims.ts';
import { loadStored } from '../../store/load-stored.ts';
import { findOwnClaims } from './find-own-claims.ts';
import { findMovedClaims } from './find-moved-claims.ts';

export interface DeriveOptions {
  /** Beyond the delta's own claims, how many are worked out at once; more are left stale (architecture.md). */
  beyondLimit?: number;
  /** Claims to be worked out whether the delta moves them or not: the stale ones. */
  also?: Iterable<string>;
  /** Records of the delta that the caller knows not to be stored, at the same revision: they are not looked for again. */
  unstored?: ReadonlySet<RecordKey>;
}

export const BEYOND_LIMIT = 5_000;

/**
 * Everything that follows from a delta, at the revision the transaction sees. The claims a delta moves: those whose own record, citations, predicate, or
 * lineage (sources, voices on the way) it changes; and through them the rivals of claims that begin or cease to stand, the claims below a body whose
 * `within` edge changes, where a voice on their way has a stake above it, and the claims of a root source that gains or loses an accuser.
 */
export async function deriveChanges(
  tx: Tx,
  delta: Delta,
  { beyondLimit = BEYOND_LIMIT, also = [], unstored = new Set() }: DeriveOptions = {},
): Promise<Derived> {
  const rev = await currentRevision(tx);
  const stored = await loadStored(tx, rev, delta, unstored);
  const fresh = new Set(putKeys(delta.put).filter((key) => !stored.states.has(key)));
  const own = await findOwnClaims(tx, rev, delta, stored);
  for (const id of also) {
    own.claims.add(id);
    own.named.add(id);
    // Its predicate or the type of an end may be what changed.
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

  // What is moved only from outside is as it was: it can join the state after.
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
    // Rewritten where something about it changed: what was merely looked at stays as it is.
    if (was !== undefined && !own.claims.has(id) && was === canonicalJson(derived)) continue;
    addDerived(result, after, derived, redrawn.has(id));
    if (was !== undefined) result.before.push(JSON.parse(was) as Figures);
  }
  addRoots(result, before, after, new Set(delta.put.citations.map(({ id }) => id)));
  return result;
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

/** Roots of citations put, and of stored ones whose root is another now. */
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

/** The stored sets of rivals of the claims asked for, as the delta leaves them. */
async function addRivals(tx: Tx, rev: number, after: Records, asked: readonly string[], delta: Delta): Promise<void> {
  const gone = new Set([...delta.remove.filter(({ kind }) => kind === 'rivals').map(({ id }) => id), ...delta.put.rivals.map(({ id }) => id)]);
  const known = new Set(after.rivals.map(({ id }) => id));
  for (const set of await storedRivalsOf(tx, rev, asked)) if (!gone.has(set.id) && !known.has(set.id)) after.rivals.push(set);
}
