/** The case in memory, one snapshot a revision: brought once, moved on by change sets, never changed under a reader; and as if a change had been written. */
import { latestDay } from '../../domain/dates/edtf-dates.ts';
import { AppError } from '../../domain/model/errors.ts';
import { strikeInSlices } from '../../domain/comparing/strike.ts';
import { figuresInSlices } from '../../domain/figures/derive-figures.ts';
import { applyDelta, applyDeltaInSlices } from '../../domain/importing/apply-delta.ts';
import type { Delta } from '../../domain/importing/change-plan.ts';
import { isStruck, STRUCK_KINDS, type Clocks } from '../../domain/model/questions.ts';
import type { Records } from '../../domain/model/records.ts';
import type { Database, Tx } from '../../store/connect.ts';
import { loadDelta } from '../../store/load-delta.ts';
import { loadRecordsAt } from '../../store/load-past-records.ts';
import { loadAllRecords } from '../../store/load-records.ts';
import { runInSlices } from '../run-in-slices.ts';
import { readAtOneRevision } from '../read-at-one-revision.ts';
import { buildViewState, type ViewState } from './view-state.ts';

/** Derived states kept: a view, its export and its trace stand at the same clocks, and few people look at once. */
const STATES_KEPT = 4;
const RECORDED_KEPT = 2;
const SUPPOSED_KEPT = 2;

interface Loaded {
  records: Records;
  revision: number;
}

/** The case as if a change had been written. */
export interface SupposedCase {
  /** Tells it from others that are supposed. */
  key: number;
  claims: number;
  loaded: Loaded;
}

/** The snapshots of one database. */
export class Snapshots {
  private newest: Loaded | undefined;
  private moving: Promise<Loaded> | undefined;
  private readonly recorded = new Map<string, Promise<Loaded>>();
  private supposedBefore = 0;
  private readonly supposed = new Map<string, Promise<SupposedCase>>();
  private readonly states = new Map<string, Promise<ViewState>>();

  /** @param mostClaims how many claims fit the memory */
  constructor(
    private readonly db: Database,
    private readonly mostClaims: () => number,
  ) {}

  /**
   * The case at these clocks, at this revision or a later one.
   * @param revision the one readers saw when they asked
   * @param supposed absent: as it is on record. At a recorded clock it is not there yet
   * @throws AppError `limit` where more claims were recorded at the recorded clock than fit
   */
  async at(revision: number, clocks: Clocks, supposed?: SupposedCase): Promise<ViewState> {
    const { happened, published, recorded, firmOnly, without } = clocks;
    const instant = recorded === undefined ? undefined : recordedInstant(recorded);
    const loaded = instant === undefined ? (supposed?.loaded ?? (await this.current(revision))) : await this.recordedAt(revision, instant);
    const change = instant === undefined ? supposed?.key : undefined;
    const struck = isStruck(without) ? STRUCK_KINDS.map((kind) => [...new Set(without[kind])].sort()) : undefined;
    const key = JSON.stringify([loaded.revision, happened, published, instant, firmOnly === true, struck, change]);
    return remember(this.states, key, STATES_KEPT, async () => {
      const { records, taken } = isStruck(without)
        ? await runInSlices(strikeInSlices(loaded.records, without, clocks))
        : { records: loaded.records, taken: undefined };
      const figures = await runInSlices(figuresInSlices(records, { clocks }));
      return buildViewState(records, loaded.revision, clocks, figures, taken);
    });
  }

  /** The case with a change that was planned at this revision. */
  async supposing(revision: number, delta: Delta): Promise<SupposedCase> {
    const { records, revision: now } = await this.current(revision);
    // Two drafts that do the same are the same case.
    return remember(this.supposed, JSON.stringify([now, delta]), SUPPOSED_KEPT, async () => {
      const key = (this.supposedBefore += 1);
      const changed = await runInSlices(applyDeltaInSlices(records, delta));
      return { key, claims: changed.claims.size, loaded: { records: changed, revision: now } };
    });
  }

  /** Whether the case is in memory at a revision. */
  holds(revision: number): boolean {
    return this.newest?.revision === revision;
  }

  /** Not bound to one caller's signal: others wait for the same records. */
  private async current(revision: number): Promise<Loaded> {
    while (this.newest === undefined || this.newest.revision < revision) {
      this.moving ??= this.move().finally(() => (this.moving = undefined));
      await this.moving;
    }
    return this.newest;
  }

  private async move(): Promise<Loaded> {
    const before = this.newest;
    const { answer: records, revision } = await readAtOneRevision(this.db, (tx, now) => (before ? recordsAfter(tx, before, now) : loadAllRecords(tx)), {
      idleMs: LOAD_IDLE_MS,
    });
    return (this.newest = { records, revision });
  }

  private recordedAt(revision: number, instant: string): Promise<Loaded> {
    return remember(this.recorded, JSON.stringify([revision, instant]), RECORDED_KEPT, async () => {
      const { answer: records, revision: read } = await readAtOneRevision(this.db, (tx) => loadRecordsAt(tx, instant, this.mostClaims()), {
        idleMs: LOAD_IDLE_MS,
      });
      return { records, revision: read };
    });
  }
}

/** A large case is read for longer than one answer may take; while rows come, it may. */
const LOAD_IDLE_MS = 30_000;

/** The records after the change sets made since; all of them anew where one of these was too large to be told record by record. */
async function recordsAfter(tx: Tx, before: Loaded, now: number): Promise<Records> {
  if (before.revision === now) return before.records;
  const delta = await loadDelta(tx, before.revision, now);
  return delta ? applyDelta(before.records, delta) : loadAllRecords(tx);
}

/** The instant a recorded clock stands at, as ISO 8601 in UTC; a date means its last possible moment. */
export function recordedInstant(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}T/.test(text)) {
    const at = new Date(text);
    if (Number.isNaN(at.getTime())) throw new AppError('invalid', `"${text}" is not an ISO 8601 instant.`);
    return at.toISOString();
  }
  const day = latestDay(text);
  if (!Number.isFinite(day)) return '9999-12-31T23:59:59.999Z';
  return new Date((day + 1) * 86_400_000 - 1).toISOString();
}

/** The newest `keep` promises by key; one that fails is forgotten, so that the next caller tries again. */
export function remember<T>(map: Map<string, Promise<T>>, key: string, keep: number, make: () => Promise<T>): Promise<T> {
  const known = map.get(key);
  if (known) {
    map.delete(key);
    map.set(key, known);
    return known;
  }
  const made = make();
  map.set(key, made);
  made.catch(() => map.get(key) === made && map.delete(key));
  for (const oldest of map.keys()) {
    if (map.size <= keep) break;
    map.delete(oldest);
  }
  return made;
}
