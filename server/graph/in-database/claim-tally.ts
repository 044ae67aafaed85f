/** Claims counted by predicate, standing and dataset in one pass, once a revision. */
import { countEntities } from '../../store/queries/count-entities.ts';
import { tallyClaims } from '../../store/queries/tally-claims.ts';
import type { FlatReader } from './flat-context.ts';
import { perRevision } from './per-revision.ts';

type Tally = Awaited<ReturnType<typeof tallyClaims.run>>;
type EntityCounts = Awaited<ReturnType<typeof countEntities.run>>;

const tallyAt = perRevision<Tally>();
const entitiesAt = perRevision<EntityCounts>();

export function claimTally({ db, tx, revision }: FlatReader): Promise<Tally> {
  return tallyAt(db, revision, () => tallyClaims.run(tx, { rev: revision }));
}

export function entityCounts({ db, tx, revision }: FlatReader): Promise<EntityCounts> {
  return entitiesAt(db, revision, () => countEntities.run(tx, { rev: revision }));
}
