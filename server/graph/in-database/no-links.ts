/** The claims that say no link was found, with the bodies above their ends: few, and asked for with every claim. */
import { notEstablishedIndex, NO_ESTABLISHED_LINK } from '../../domain/figures/no-established-link.ts';
import type { Claim, Records } from '../../domain/model/records.ts';
import { reach, upwards, type WithinEdge } from '../../domain/figures/within.ts';
import { listClaimsOfPredicates, readClaims } from '../../store/statements/claims.ts';
import { bodiesAboveOf } from './bodies-above.ts';
import { claimOfRow } from './claim-of-row.ts';
import { predicatesOf, type DatabaseReader } from './row-context.ts';
import { entitiesOf } from '../../domain/model/claim-ends.ts';
import { perRevision } from './per-revision.ts';

interface NoLinks {
  claims: Map<string, Claim>;
  edges: WithinEdge[];
}
/** "No link was found" is said rarely; beyond this many the later ones are not looked at. */
const MOST = 2_000;
const noLinksAt = perRevision<NoLinks>();
const noLinksEverAt = perRevision<NoLinks>();

/** All of them, with the bodies above their ends. @param standing false: also over `within` claims that do not stand today */
export function noLinksOf(reader: DatabaseReader, { standing = true } = {}): Promise<NoLinks> {
  return (standing ? noLinksAt : noLinksEverAt)(reader.db, reader.revision, () => load(reader, standing));
}

export interface NoLinksBeside {
  /** Ids of the no-link claims to be shown beside some others. */
  noLinks: string[];
  /** Ids of the `within` claims over which they apply to these. */
  above: string[];
}

/** What says that no link was found between what claims of these records join, or the bodies above. */
export async function noLinksBeside(
  reader: DatabaseReader,
  beside: Iterable<Claim>,
  { entities }: Pick<Records, 'entities'>,
  o: { standing?: boolean } = {},
): Promise<NoLinksBeside> {
  const { claims, edges } = await noLinksOf(reader, o);
  if (claims.size === 0) return { noLinks: [], above: [] };
  const index = notEstablishedIndex({ claims, predicates: await predicatesOf(reader), entities }, edges);
  const found = new Map([...beside].flatMap(index).map((claim) => [claim.id, claim]));
  const reached = reach([...found.values()].flatMap(entitiesOf), upwards(edges));
  return { noLinks: [...found.keys()].sort(), above: edges.filter(({ lower }) => reached.has(lower)).map(({ claim }) => claim) };
}

async function load(reader: DatabaseReader, standing: boolean): Promise<NoLinks> {
  const { tx, revision: rev } = reader;
  const predicates = [...(await predicatesOf(reader)).keys()].filter((id) => id === NO_ESTABLISHED_LINK || id.endsWith(`:${NO_ESTABLISHED_LINK}`));
  const ids = (await listClaimsOfPredicates.run(tx, { rev, predicates, limit: MOST })).map((row) => row.id);
  const claims = (await readClaims.run(tx, { rev, ids })).map(claimOfRow);
  const edges = await bodiesAboveOf(reader, claims.flatMap(entitiesOf), { standing });
  return { claims: new Map(claims.map((claim) => [claim.id, claim])), edges };
}
