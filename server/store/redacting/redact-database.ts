/** Takes a person out of the database: of what is there now, and of all past states. */
import type { RecordKind } from '../../domain/model/lists.ts';
import { AppError } from '../../domain/model/errors.ts';
import { marksOf, type KeptRedaction } from '../../domain/redacting/marks.ts';
import type { Redaction } from '../../domain/redacting/redaction.ts';
import { expectRevision, WRITE_IDLE_MS } from '../commit-changes.ts';
import type { Database, Tx } from '../connect.ts';
import type { NodeLine, TieLine } from '../copying/copy-lines.ts';
import { inSlices } from '../copying/in-slices.ts';
import { discardAbandoned } from '../staging/discard-staged.ts';
import { currentRevision, publishRevision } from '../statements/recording/change-sets.ts';
import { streamNodes } from '../statements/recording/migrations.ts';
import { addTies, deleteNodes, deleteTies, readElementIds, recordRedaction, rewriteNodes, rewriteTies, streamNumberedTies } from '../statements/redactions.ts';
import { writeAnchors } from '../statements/texts.ts';
import { LineRedactor, scopeOf, type RedactionRequest } from './redact-lines.ts';

/** What a redaction does. */
export interface RedactionEffect {
  revision: number;
  /** Every name that the person has or had. */
  names: string[];
  /** Single words that are taken out wherever they stand. */
  words: string[];
  /** Words that others bear too, and that stay where they stand alone. */
  shared: string[];
  /** Ids of entities that were decided to be the same, which are not redacted with the person. */
  same: string[];
  /** Present records that are written anew, by kind. */
  records: [RecordKind, number][];
  versions: number;
  /** Texts and notes that are deleted. */
  texts: number;
  notes: number;
  /** Change sets, stored views, sets and other entries that are written anew. */
  others: number;
}

export interface RedactionWrite extends Omit<RedactionRequest, 'at'> {
  operation: string;
  who: string;
  why: string;
  /** The revision at which it was looked at. What was written since is redacted, too; `agree` says whether that is meant. */
  expected: number;
  /** Called with the effect before anything is written; what it throws is thrown. */
  agree?: (effect: RedactionEffect) => void;
}

const ROWS_AT_ONCE = 500;
const READ_IDLE_MS = 60_000;

interface Changes {
  redaction: Redaction;
  effect: RedactionEffect;
  nodes: NodeLine[];
  ties: (TieLine & { r: number })[];
  goneNodes: number[];
  goneTies: number[];
  added: TieLine[];
  anchors: ReturnType<LineRedactor['addedAnchors']>;
}

/**
 * What redacting a person would do; nothing is written.
 * @throws AppError `not-found`; `refused` for an entity that is no person
 */
export async function planRedaction(db: Database, request: Omit<RedactionRequest, 'at'>): Promise<RedactionEffect> {
  return (await db.read((tx) => changesOf(tx, { ...request, at: new Date().toISOString() }), { idleMs: READ_IDLE_MS })).effect;
}

/**
 * Redacts a person in one transaction. Claims whose figures name the person are left stale, to be derived anew.
 * @throws AppError as above; `conflict` where a large change is being staged; what `agree` throws
 */
export async function redactDatabase(db: Database, write: RedactionWrite): Promise<{ effect: RedactionEffect; kept: KeptRedaction; revision: number }> {
  await discardAbandoned(db);
  const at = new Date().toISOString();
  const written = await db.write(
    write.operation,
    async (tx) => {
      const now = await currentRevision(tx);
      if (write.expected > now)
        throw new AppError('refused', `There is no revision ${write.expected} yet; the newest is ${now}. Nothing was written.`, { remedy: 'plan it again' });
      await expectRevision(tx, now);
      const changes = await changesOf(tx, { ...write, at });
      const { redaction, effect } = changes;
      write.agree?.(effect);
      await apply(tx, changes);
      const revision = now + 1;
      const [who, why] = [redaction.remove(write.who), redaction.remove(write.why)];
      const kept: KeptRedaction = {
        id: write.operation,
        at,
        person: redaction.ids.get(write.entity) ?? write.entity,
        salt: write.salt,
        marks: marksOf(write.salt, { id: write.entity, names: redaction.words.names }),
      };
      await recordRedaction.run(tx, { ...kept, marks: [...kept.marks], who, why, revision });
      // The records are not named: whoever follows reads everything anew, and a list would keep the old ids.
      await publishRevision.run(tx, { rev: revision, id: write.operation, kind: 'redaction', who, why, at, changed: null, undoes: null, effects: [] });
      return { effect, kept, revision };
    },
    { idleMs: WRITE_IDLE_MS },
  );
  if (written.result) return written.result;
  throw new AppError('conflict', 'This redaction was carried out before.', { remedy: 'look at the list of redactions' });
}

async function changesOf(tx: Tx, request: RedactionRequest): Promise<Changes> {
  const revision = await currentRevision(tx);
  const nodes = () => inSlices(streamNodes.stream(tx, {}));
  const found = await scopeOf(nodes, request);
  if (!found) throw new AppError('not-found', `There is no entity "${request.entity}".`, { remedy: 'give the id of a person of the case' });
  if (found.type !== 'Person')
    throw new AppError('refused', `"${request.entity}" is a ${found.type}; only a person is redacted. Nothing was written.`, {
      remedy: 'edit the record, or remove it',
    });
  const { redaction } = found;
  const lines = new LineRedactor(redaction);
  const changes: Omit<Changes, 'effect'> = { redaction, nodes: [], ties: [], goneNodes: [], goneTies: [], added: [], anchors: [] };
  for await (const line of nodes()) {
    const after = lines.node(line);
    if (!after) changes.goneNodes.push(line.n);
    else if (after !== line) changes.nodes.push(after);
  }
  for await (const { r, ...line } of inSlices(streamNumberedTies.stream(tx, {}))) {
    const after = lines.tie(line);
    if (!after) changes.goneTies.push(r);
    else if (after !== line) changes.ties.push({ ...after, r });
  }
  const { names, words, shared } = redaction.words;
  const { versions, texts, notes, others } = lines;
  const records = [...lines.changed].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    ...changes,
    added: lines.added(),
    anchors: lines.addedAnchors(),
    effect: { revision, names, words, shared, same: [...redaction.same], records, versions, texts, notes, others },
  };
}

async function apply(tx: Tx, { nodes, ties, goneNodes, goneTies, added, anchors }: Changes): Promise<void> {
  const [found] = await readElementIds.run(tx, {});
  const nodeId = (n: number) => `4:${found?.store}:${n}`;
  const tieId = (r: number) => `5:${found?.store}:${r}`;
  const each = async <T>(items: readonly T[], run: (batch: T[]) => Promise<{ n?: number }[]>, what?: string) => {
    for (let i = 0; i < items.length; i += ROWS_AT_ONCE) {
      const batch = items.slice(i, i + ROWS_AT_ONCE);
      const [row] = await run(batch);
      if (what !== undefined && row?.n !== batch.length) throw new AppError('internal', `Of ${batch.length} ${what}, ${row?.n ?? 0} were written.`);
    }
  };
  await each(goneTies, (batch) => deleteTies.run(tx, { ids: batch.map(tieId) }));
  await each(goneNodes, (batch) => deleteNodes.run(tx, { ids: batch.map(nodeId) }));
  await each(nodes, (batch) => rewriteNodes.run(tx, { rows: batch.map(({ n, properties }) => ({ id: nodeId(n), properties })) }), 'nodes');
  await each(ties, (batch) => rewriteTies.run(tx, { rows: batch.map(({ r, properties }) => ({ id: tieId(r), properties })) }), 'relationships');
  for (const source of new Set(anchors.map((anchor) => anchor.source))) {
    const own = anchors.filter((anchor) => anchor.source === source);
    await writeAnchors.run(tx, { source, rows: own.map(({ citation, paragraph }) => ({ citation, paragraph, sha256: null, words: null })) });
  }
  const rows = added.map(({ a, b, type, properties }) => ({ a: nodeId(a), b: nodeId(b), type, properties }));
  await each(rows, (batch) => addTies.run(tx, { rows: batch }), 'relationships');
}
