/** Questions about claims, answered by statements over the stored figures. */
import type { ClaimFilter } from '../../domain/model/questions.ts';
import type { RivalSet } from '../../domain/model/records.ts';
import { loadClaimRecords } from '../../store/load-records.ts';
import type { ClaimRow } from '../../store/statements/claim-row.ts';
import { listClaimRows } from '../../store/statements/claims.ts';
import { expandEntityRows, HUB_DEGREE, readSubgraphRows } from '../../store/statements/expansion.ts';
import { rivalsOfClaims } from '../../store/statements/rivals-and-identities.ts';
import type { AroundQuestion, ClaimPage, EvidenceAnswer } from '../graph.ts';
import { filterParams } from './filter-params.ts';
import { rowContext, type DatabaseReader } from './row-context.ts';
import { aroundParams, claimsAroundHub, degreeOf, SUBGRAPH_HUBS } from './hub.ts';
import { noLinksBeside } from './no-links.ts';
import { contextOf } from './record-context.ts';

type Page = { order: 'standing' | 'origins' | 'id'; offset: number; limit: number };

/** At no clock nothing is uncertain. */
async function pageOf(reader: DatabaseReader, rows: readonly ClaimRow[], total: number, also: Iterable<string> = [], totalAtLeast = false): Promise<ClaimPage> {
  const ctx = await rowContext(reader, rows, also);
  return { claims: ctx.claims, total, totalAtLeast, uncertain: 0, ctx };
}

export async function claimsOfFilter(reader: DatabaseReader, filter: ClaimFilter, { order, offset, limit }: Page): Promise<ClaimPage> {
  const asked = { rev: reader.revision, ...filterParams(filter), order };
  const rows = await listClaimRows.run(reader.tx, { ...asked, offset, limit });
  // A page past the end brings no row to say how many there are.
  const first = rows[0] ?? (offset > 0 ? (await listClaimRows.run(reader.tx, { ...asked, offset: 0, limit: 1 }))[0] : undefined);
  return pageOf(reader, rows, first?.total ?? 0);
}

export async function claimsAround(reader: DatabaseReader, id: string, question: AroundQuestion): Promise<ClaimPage> {
  const { filter = {}, neighbourTypes: types, order, offset = 0, limit, except = [] } = question;
  const { degree } = await degreeOf(reader, id);
  const page = { limit: offset + limit, order, except };
  if (degree > HUB_DEGREE) {
    const rows: ClaimRow[] = await claimsAroundHub(reader, id, page, { filter, types });
    // How many pass the filter would need the whole hub; without one the number of its ends of claims says about how many there are.
    const isFiltered = Object.values({ ...filter, types }).some((part) => part !== undefined);
    const total = isFiltered ? rows.length + Number(rows.length === page.limit) : Math.max(rows.length, degree - except.length);
    return pageOf(reader, rows.slice(offset), total, [id], true);
  }
  const rows = await expandEntityRows.run(reader.tx, {
    rev: reader.revision,
    id,
    ...aroundParams({ filter, types }),
    except: [...except],
    order,
    limit: page.limit,
  });
  return pageOf(reader, rows.slice(offset), rows[0]?.total ?? 0, [id]);
}

export async function claimsAmong(reader: DatabaseReader, entities: readonly string[], limit: number): Promise<ClaimPage> {
  const ids = [...new Set(entities)];
  const rows = await readSubgraphRows.run(reader.tx, { rev: reader.revision, ids, ...SUBGRAPH_HUBS, limit });
  return pageOf(reader, rows, rows[0]?.total ?? 0, ids);
}

export async function evidenceOf(reader: DatabaseReader, id: string): Promise<EvidenceAnswer | undefined> {
  const { tx, revision: rev } = reader;
  const sets = (await rivalsOfClaims.run(tx, { rev, claims: [id] })).map(({ json }): RivalSet => JSON.parse(json));
  const records = await loadClaimRecords(tx, [...new Set([id, ...sets.flatMap((set) => set.claims)])], rev);
  const claim = records.claims.get(id);
  if (!claim) return undefined;
  const beside = await noLinksBeside(reader, [claim], records);
  return { claim, beside: beside.noLinks, ctx: await contextOf(reader, records, beside) };
}
