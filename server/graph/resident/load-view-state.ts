/** Brings the case at a view's clocks, derived once for each revision and clocks and remembered. */
import { API_LIMITS } from '../../contract/parts.ts';
import { refuseUnclearClocks } from '../../domain/dates/clock-faults.ts';
import { latestDay } from '../../domain/dates/edtf-dates.ts';
import { AppError } from '../../domain/model/errors.ts';
import type { Clocks } from '../../domain/model/questions.ts';
import type { Records } from '../../domain/model/records.ts';
import type { Database, Tx } from '../../store/connect.ts';
import { countCase } from '../../store/queries/count-case.ts';
import { loadAllRecords, loadRecordsAt } from '../../store/queries/load-records.ts';
import { currentRevision } from '../../store/queries/read-revision.ts';
import { buildViewState, type ViewState } from './view-state.ts';

/** Derived states kept a database: a view, its export and its trace stand at the same clocks, and few people look at once. */
const STATES_KEPT = 4;
const RECORDS_KEPT = 2;
interface Loaded {
  records: Records;
  revision: number;
}
interface Kept {
  states: Map<string, Promise<ViewState>>;
  records: Map<string, Promise<Loaded>>;
}
const keptOf = new WeakMap<Database, Kept>();

/** Whether a view stands at any date: `firmOnly` alone leaves nothing out. */
export function hasClocks(clocks: Clocks | undefined): clocks is Clocks {
  return clocks?.happened !== undefined || clocks?.published !== undefined || clocks?.recorded !== undefined;
}

/** The clocks of a query string, without the rest of it. */
export function clocksOf(query: Clocks): Clocks {
  const { happened, published, recorded, firmOnly } = query;
  return { happened, published, recorded, firmOnly };
}

/**
 * The case at these clocks (none: as it is).
 * @throws AppError `limit` where it has more than `API_LIMITS.asOfClaims` claims, `invalid` for a clock that is no date, has an open end, or a time without a zone.
 */
export async function loadViewState(db: Database, clocks: Clocks = {}, o: { signal?: AbortSignal } = {}): Promise<ViewState> {
  refuseUnclearClocks(clocks);
  const { revision, claims } = await db.read(async (tx) => {
    const now = await currentRevision(tx);
    return { revision: now, claims: (await countCase(tx, now)).claims };
  }, o);
  if (claims > API_LIMITS.asOfClaims) throw tooMany();
  const kept = keptOf.get(db) ?? { states: new Map(), records: new Map() };
  keptOf.set(db, kept);
  const { happened, published, recorded, firmOnly } = clocks;
  const key = JSON.stringify([revision, happened, published, recorded, firmOnly === true]);
  return remember(kept.states, key, STATES_KEPT, async () => {
    const instant = recorded === undefined ? undefined : recordedInstant(recorded);
    // Not bound to one caller's signal: others may be waiting for the same records.
    const loaded = await remember(kept.records, JSON.stringify([revision, instant]), RECORDS_KEPT, () => db.read((tx) => loadAtOneRevision(tx, instant)));
    return buildViewState(loaded.records, loaded.revision, clocks);
  });
}

/** Reads are committed statement by statement: what was read while somebody wrote is read again, so that it is one state of the case. */
async function loadAtOneRevision(tx: Tx, instant: string | undefined): Promise<Loaded> {
  for (let tries = 0; tries < 3; tries += 1) {
    const revision = await currentRevision(tx);
    const records = instant === undefined ? await loadAllRecords(tx) : await loadRecordsAt(tx, instant, API_LIMITS.asOfClaims);
    if ((await currentRevision(tx)) === revision) return { records, revision };
  }
  throw new AppError('conflict', 'The case was being changed while it was read; try again.', { retryAfter: 2 });
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

function tooMany(): AppError {
  const value = API_LIMITS.asOfClaims;
  return new AppError('limit', `A view at a date is worked out over at most ${value} claims; here are more.`, {
    limit: { name: 'asOfClaims', value },
  });
}

/** The newest `keep` promises by key; one that fails is forgotten, so that the next caller tries again. */
function remember<T>(map: Map<string, Promise<T>>, key: string, keep: number, make: () => Promise<T>): Promise<T> {
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
