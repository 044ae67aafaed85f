/** Reads a claim with all that holds it up, or speaks against it. */
import type { readEvidence as contract } from '../contract/routes/claims.ts';
import { AppError } from '../domain/errors.ts';
import { NO_ESTABLISHED_LINK } from '../domain/no-established-link.ts';
import { withinEdges } from '../domain/within.ts';
import type { Database } from '../store/connect.ts';
import { listClaimsOfPredicates } from '../store/queries/list-claims-of-predicates.ts';
import { loadClaimRecords, loadOutside } from '../store/queries/load-records.ts';
import { clocksOf, hasClocks, loadViewState } from './as-of/load-view-state.ts';
import { readEvidenceAsOf } from './as-of/read-evidence.ts';
import { predicatesOf, type FlatReader } from './flat/flat-context.ts';
import { readFlat } from './flat/read-flat.ts';
import { recordContext } from './flat/record-context.ts';
import type { AnswerOf, CallOptions, InputOf } from './route-types.ts';
import { evidenceView } from './views/evidence-view.ts';

type Route = typeof contract;
/** "No link was found" is said rarely; beyond this many the nearest ones are not looked for among them all. */
const NO_LINK_CLAIMS = 2_000;

export async function readEvidence(
  db: Database,
  input: Pick<InputOf<Route>, 'params' | 'query'>,
  o?: CallOptions,
): Promise<AnswerOf<Route>> {
  const clocks = clocksOf(input.query);
  if (hasClocks(clocks)) return readEvidenceAsOf(await loadViewState(db, clocks, o), input);
  return readFlat(db, (reader) => readNow(reader, input.params.id), o);
}

async function readNow(reader: FlatReader, id: string): Promise<AnswerOf<Route>> {
  const alone = await loadClaimRecords(reader.tx, [id]);
  if (!alone.claims.has(id)) throw new AppError('not-found', `There is no claim "${id}".`);
  const rivals = alone.rivals.filter((r) => r.claims.includes(id)).flatMap((r) => r.claims);
  const asked = [id, ...rivals, ...(await noLinkClaims(reader))];
  const around = asked.length === 1 ? alone : await loadClaimRecords(reader.tx, asked);
  // The bodies above the ends decide what is shown beside the claim, and whose denial answers it.
  const { within } = await loadOutside(reader.tx, around);
  const ctx = await recordContext(reader, [...asked, ...within.map((edge) => edge.claim)]);
  const claim = ctx.records.claims.get(id);
  const view = claim && evidenceView(claim, ctx, withinEdges(ctx.records, ctx.figures));
  if (!view) throw new AppError('not-found', `There is no claim "${id}".`);
  return view;
}

async function noLinkClaims(reader: FlatReader): Promise<string[]> {
  const predicates = [...(await predicatesOf(reader)).keys()].filter(
    (id) => id === NO_ESTABLISHED_LINK || id.endsWith(`:${NO_ESTABLISHED_LINK}`),
  );
  if (predicates.length === 0) return [];
  const rows = await listClaimsOfPredicates.run(reader.tx, { rev: reader.revision, predicates, limit: NO_LINK_CLAIMS });
  return rows.map((row) => row.id);
}
