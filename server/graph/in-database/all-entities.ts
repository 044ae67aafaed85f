/** The entities that sentences are worded by: which words are names is judged by all names of the case. */
import type { Entity } from '../../domain/model/records.ts';
import { countCase } from '../../store/statements/counts.ts';
import { allEntities } from '../../store/statements/entities.ts';
import type { FlatReader } from './flat-context.ts';
import { perRevision } from './per-revision.ts';

/** Above this many entities a sentence is worded by those of its own answer: a curator's label may lose a capital in it. */
const MOST = 20_000;
const entitiesAt = perRevision<Map<string, Entity> | undefined>();

/** All entities, one map a revision, not to be changed; undefined where there are too many to hold. */
export function allEntitiesOf({ db, tx, revision }: FlatReader): Promise<Map<string, Entity> | undefined> {
  return entitiesAt(db, revision, async () => {
    if ((await countCase(tx, revision)).entities > MOST) return undefined;
    const rows = await allEntities.run(tx, { rev: revision });
    const entities = rows.map(({ json }): Entity => JSON.parse(json));
    return new Map(entities.map((entity) => [entity.id, entity]));
  });
}
