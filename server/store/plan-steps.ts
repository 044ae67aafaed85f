/** Turns a change plan into the statements that write it, in order and in batches. One transaction runs them all; a staged import runs some in each. */
import { CHANGE_KINDS, recordKey, type ChangeKind, type ChangePlan, type ClaimPut } from '../domain/importing/change-plan.ts';
import { AppError } from '../domain/model/errors.ts';
import { GROUPS } from '../domain/model/lists.ts';
import type { Figures } from '../domain/model/figures.ts';
import type { Claim, Predicate } from '../domain/model/records.ts';
import type { Tx } from './connect.ts';
import { clearCitations, moveRoots, putCitations } from './statements/citations.ts';
import { clearClaims, markStale, putClaims, writeFigures } from './statements/claims.ts';
import { putDatasets, putPredicates } from './statements/datasets-and-predicates.ts';
import { putEntities } from './statements/entities.ts';
import { putQuestions } from './statements/questions-and-sets.ts';
import { keepVersions, removeRecords } from './statements/records.ts';
import { putIdentities, putRivals } from './statements/rivals-and-identities.ts';
import { clearSegments, putSegments, writeSegmentFigures } from './statements/segments.ts';
import { clearSources, linkSources, putSources } from './statements/sources.ts';
import { putVoices } from './statements/voices.ts';
import {
  endsOfClaim,
  shapeCitation,
  shapeClaim,
  shapeEntity,
  shapeFigures,
  shapeIdentity,
  shapeSegment,
  shapeSegmentFigures,
  shapeSimple,
  shapeSource,
  shapeVoice,
  viaOf,
  type Props,
  type ShapedRecord,
} from './shape-records.ts';

export interface Step {
  /** What the step writes, for a message. */
  what: string;
  /** Number of records, for progress. */
  size: number;
  /** The step changes stored records that readers see: a staged import runs it last. */
  late?: true;
  run(tx: Tx): Promise<void>;
}

/** Records are removed before those that they refer to. */
const REMOVAL_ORDER: readonly ChangeKind[] = ['rivals', 'identity', 'question', 'citation', 'claim', 'entity', 'source', 'voice', 'predicate', 'dataset'];

/** Rows given to a statement at once: with fewer there are more round trips; with more, more memory is used for no gain in speed. */
const BATCH = 1_000;

/**
 * The statements of a plan. Rows are built when their step runs, so that a large plan is not held twice in memory.
 * @param rev the revision that this change makes
 */
export function planSteps(plan: ChangePlan, rev: number): Step[] {
  const steps: Step[] = [];
  const { put } = plan;
  const existing = new Set(plan.existing);
  const figuresOf = new Map(plan.figures.map((figures) => [figures.claim, figures]));
  const placed = new Map(put.claims.map((entry) => [entry.claim.id, entry]));

  const each = <T>(what: string, items: readonly T[], run: (tx: Tx, batch: T[]) => Promise<void>, more: { late?: true } = {}) => {
    for (let i = 0; i < items.length; i += BATCH) {
      const batch = items.slice(i, i + BATCH);
      steps.push({ what, size: batch.length, run: (tx) => run(tx, batch), ...more });
    }
  };
  /** Writes records of one kind. Where fewer are written than sent, one of them refers to a record that does not exist. */
  const records = <T>(
    kind: ChangeKind,
    items: readonly T[],
    shape: (item: T) => ShapedRecord,
    run: (tx: Tx, shaped: ShapedRecord[], batch: T[]) => Promise<{ n: number }[]>,
  ) =>
    each(kind, items, async (tx, batch) => {
      const shaped = batch.map(shape);
      expectAll(kind, shaped.length, await run(tx, shaped, batch));
    });

  each('version', [...plan.replaced], async (tx, states) => {
    const rows: Record<string, [string, string][]> = Object.fromEntries(CHANGE_KINDS.map((kind) => [kind, []]));
    for (const [key, json] of states) {
      const slash = key.indexOf('/');
      rows[key.slice(0, slash)]?.push([key.slice(slash + 1), json]);
    }
    await keepVersions.run(tx, { rev, rows });
  });
  const redrawn = [...plan.segments.keys()].filter((id) => !placed.has(id) || existing.has(recordKey('claim', id)));
  const removedClaims = plan.remove.filter(({ kind }) => kind === 'claim').map(({ id }) => id);
  each('segment', [...redrawn, ...removedClaims], async (tx, claims) => void (await clearSegments.run(tx, { claims })));
  const removedSources = plan.remove.filter(({ kind }) => kind === 'source').map(({ id }) => id);
  each('source', removedSources, async (tx, ids) => void (await clearSources.run(tx, { ids })));
  const removed = plan.remove.toSorted((a, b) => REMOVAL_ORDER.indexOf(a.kind) - REMOVAL_ORDER.indexOf(b.kind));
  each('removal', removed, async (tx, batch) => void (await removeRecords.run(tx, { ids: idsByKind(batch) })));
  each(
    'claim',
    idsOf(
      'claim',
      put.claims.map(({ claim }) => claim.id),
      existing,
    ),
    async (tx, claims) => void (await clearClaims.run(tx, { claims })),
  );
  each(
    'citation',
    idsOf(
      'citation',
      put.citations.map(({ id }) => id),
      existing,
    ),
    async (tx, ids) => void (await clearCitations.run(tx, { ids })),
  );

  const common = { rev };
  records(
    'dataset',
    put.datasets,
    (dataset) => shapeSimple(dataset, { title: dataset.title ?? null }),
    (tx, rows) => putDatasets.run(tx, { ...common, rows }),
  );
  records('voice', put.voices, shapeVoice, (tx, rows) => putVoices.run(tx, { ...common, rows }));
  records('source', put.sources, shapeSource, (tx, rows) => putSources.run(tx, { ...common, rows }));
  each('source', put.sources, async (tx, batch) => {
    const rows = batch.map(({ id, voice, textOf }) => ({ id, voice, textOf: textOf?.source ?? null, how: textOf?.how ?? null }));
    expectAll('source', rows.length, await linkSources.run(tx, { rows }));
  });
  records(
    'predicate',
    put.predicates,
    (predicate) => shapeSimple(predicate, { group: predicate.group }),
    (tx, rows) => putPredicates.run(tx, { ...common, rows }),
  );
  records('entity', put.entities, shapeEntity, (tx, shaped, batch) =>
    putEntities.run(tx, { ...common, rows: shaped.map(({ id, props }, i) => ({ id, props, type: batch[i]?.type ?? '' })) }),
  );

  const derivedOf = (id: string): { figures: Figures; predicate: Predicate; sources: string[] } => {
    const figures = figuresOf.get(id);
    const predicate = plan.predicates.get(id);
    if (!figures || !predicate) throw new AppError('internal', `The plan has no figures of the claim ${id}.`);
    return { figures, predicate, sources: plan.sourcesRead.get(id) ?? [] };
  };
  const shapeWhole = (entry: ClaimPut): ShapedRecord => {
    const shaped = shapeClaim(entry);
    const { figures, predicate, sources } = derivedOf(shaped.id);
    return { ...shaped, props: { ...shaped.props, ...shapeFigures(figures, predicate, sources, entry.claim) } };
  };
  records('claim', put.claims, shapeWhole, (tx, shaped, batch) =>
    putClaims.run(tx, { ...common, rows: shaped.map(({ id, props }, i) => ({ id, props, ...(batch[i] ? endsOfClaim(batch[i]) : { ends: [], again: [] }) })) }),
  );
  const segments = [...plan.segments.values()].flat();
  each('segment', segments, async (tx, batch) => {
    const rows = batch.map((segment) => {
      const { figures, predicate } = derivedOf(segment.claim);
      return shapeSegment(segment, figures, predicate);
    });
    expectAll('segment', rows.length, await putSegments.run(tx, { rows }));
  });
  records('citation', put.citations, shapeCitation, (tx, shaped, batch) => {
    const rows = shaped.flatMap(({ id, props }, i) => {
      const citation = batch[i];
      return citation ? [{ id, props, claim: citation.claim, source: citation.source, root: plan.roots.get(id) ?? null, via: viaOf(citation) }] : [];
    });
    return putCitations.run(tx, { ...common, rows });
  });
  records(
    'rivals',
    put.rivals,
    (set) => shapeSimple(set),
    (tx, shaped, batch) => putRivals.run(tx, { ...common, rows: shaped.map(({ id, props }, i) => ({ id, props, claims: batch[i]?.claims ?? [] })) }),
  );
  records('identity', put.identities, shapeIdentity, (tx, rows) => putIdentities.run(tx, { ...common, rows }));
  records(
    'question',
    put.questions,
    (question) => shapeSimple(question, { kind: question.kind, text: question.text }),
    (tx, rows) => putQuestions.run(tx, { ...common, rows }),
  );

  const late = { late: true } as const;
  const written = new Set(put.citations.map(({ id }) => id));
  const moved = [...plan.roots].filter(([id]) => !written.has(id));
  each('root', moved, async (tx, batch) => void (await moveRoots.run(tx, { rows: batch.map(([id, root]) => ({ id, root: root ?? null })) })), late);
  const others = plan.figures.filter(({ claim }) => !placed.has(claim));
  each(
    'figures',
    others,
    (tx, batch) =>
      writeFiguresAndCopies(
        tx,
        rev,
        batch.map(({ claim }) => ({ ...derivedOf(claim), ends: plan.ends.get(claim) })),
      ),
    late,
  );
  each('stale', plan.stale, async (tx, ids) => void (await markStale.run(tx, { ids })), late);
  return steps;
}

interface DerivedClaim {
  figures: Figures;
  predicate: Predicate;
  sources: string[];
  ends: Pick<Claim, 'subject' | 'object' | 'at'> | undefined;
}

/** Writes figures of claims that are stored already, and the copies on their segments. */
async function writeFiguresAndCopies(tx: Tx, rev: number, batch: readonly DerivedClaim[]): Promise<void> {
  const rows = batch.map(({ figures, predicate, sources, ends }) => {
    if (!ends) throw new AppError('internal', `The plan has no ends of the claim ${figures.claim}.`);
    return { id: figures.claim, props: shapeFigures(figures, predicate, sources, ends) };
  });
  expectAll('figures', rows.length, await writeFigures.run(tx, { rev, rows }));
  const byGroup: Record<string, { id: string; props: Props }[]> = Object.fromEntries(GROUPS.map((group) => [group, []]));
  for (const { figures, predicate, ends } of batch) {
    const copy = { id: figures.claim, props: shapeSegmentFigures(figures, predicate) };
    byGroup[predicate.group]?.push(copy);
    // The segments to a place in its `at` have the group `geography`.
    if (ends && ends.at.length > 0 && predicate.group !== 'geography') byGroup['geography']?.push(copy);
  }
  await writeSegmentFigures.run(tx, { rows: byGroup });
}

function expectAll(what: string, sent: number, answer: { n: number }[]): void {
  const n = answer[0]?.n ?? 0;
  if (n !== sent) throw new AppError('refused', `${sent - n} of ${sent} ${what} records refer to a record that is not there.`);
}

function idsOf(kind: ChangeKind, ids: readonly string[], existing: ReadonlySet<string>): string[] {
  return ids.filter((id) => existing.has(recordKey(kind, id)));
}

function idsByKind(remove: ChangePlan['remove']): Record<string, string[]> {
  const ids: Record<string, string[]> = Object.fromEntries(CHANGE_KINDS.map((kind) => [kind, []]));
  for (const { kind, id } of remove) ids[kind]?.push(id);
  return ids;
}
