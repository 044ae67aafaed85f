/** Reads a claim with all that holds it up, or speaks against it. */
import type { readEvidence as contract } from '../../contract/routes/claims.ts';
import { AppError } from '../../domain/model/errors.ts';
import type { RivalSet } from '../../domain/model/records.ts';
import type { Database } from '../../store/connect.ts';
import { loadClaimRecords } from '../../store/queries/load-records.ts';
import { rivalsOfClaims } from '../../store/queries/record-rows.ts';
import { clocksOf, hasClocks, loadViewState } from '../../graph/resident/load-view-state.ts';
import { readEvidenceAsOf } from '../../graph/resident/read-evidence.ts';
import { predicatesOf, type FlatReader } from '../../graph/in-database/flat-context.ts';
import { noLinksBeside } from '../../graph/in-database/no-links.ts';
import { readFlat } from '../../graph/in-database/read-flat.ts';
import { contextOf } from '../../graph/in-database/record-context.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';
import { evidenceView } from '../views/evidence-view.ts';

type Route = typeof contract;

export async function readEvidence(db: Database, input: Pick<InputOf<Route>, 'params' | 'query'>, o?: CallOptions): Promise<AnswerOf<Route>> {
  const clocks = clocksOf(input.query);
  if (hasClocks(clocks)) return readEvidenceAsOf(await loadViewState(db, clocks, o), input);
  return readFlat(db, (reader) => readNow(reader, input.params.id), o);
}

async function readNow(reader: FlatReader, id: string): Promise<AnswerOf<Route>> {
  const { tx, revision: rev } = reader;
  const sets = (await rivalsOfClaims.run(tx, { rev, claims: [id] })).map(({ json }): RivalSet => JSON.parse(json));
  const records = await loadClaimRecords(tx, [...new Set([id, ...sets.flatMap((set) => set.claims)])]);
  const claim = records.claims.get(id);
  if (!claim) throw new AppError('not-found', `There is no claim "${id}".`);
  records.predicates = await predicatesOf(reader);
  const beside = await noLinksBeside(reader, claim, records);
  const view = evidenceView(claim, await contextOf(reader, records, beside), beside);
  if (!view) throw new AppError('not-found', `There is no claim "${id}".`);
  return view;
}
