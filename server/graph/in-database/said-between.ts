/** What else the records say of the two ends of a trace: the claims that `saidOfEnds` chooses from, brought from the database. */
import type { TraceSwitches } from '../../domain/model/questions.ts';
import { samePlaces, type SameDecision } from '../../domain/tracing/same-places.ts';
import { membersAt, saidOfEnds, sidesOfEnds, type Ends } from '../../domain/tracing/said-of-ends.ts';
import { listClaimsBetween, readClaims } from '../../store/statements/claims.ts';
import { bodiesAboveOf } from './bodies-above.ts';
import { rowContext, type DatabaseReader } from './row-context.ts';
import { HUB_SCAN } from './hub.ts';
import { noLinksOf } from './no-links.ts';

/** Claims looked at between two sides and the bodies above them. */
const MOST = 5_000;

/** Ids in the order of `saidOfEnds`. */
export async function saidBetween(reader: DatabaseReader, ends: Ends, same: readonly SameDecision[], switches: Required<TraceSwitches>): Promise<string[]> {
  const { tx, revision: rev } = reader;
  const places = samePlaces(same);
  const noLinks = await noLinksOf(reader);
  const members = [...ends.from, ...ends.to].flatMap((id) => membersAt(id, places));
  const edges = await bodiesAboveOf(reader, members);
  const sides = sidesOfEnds(ends, edges, places);
  const found = await listClaimsBetween.run(tx, { rev, one: [...sides.from], other: [...sides.to], scan: HUB_SCAN, limit: MOST });
  const ids = [...new Set([...found.map(({ id }) => id), ...noLinks.claims.keys()])];
  const { records, figures } = await rowContext(reader, await readClaims.run(tx, { rev, ids }));
  return saidOfEnds({ records, figures, within: [...edges, ...noLinks.edges], same }, ends, switches);
}
