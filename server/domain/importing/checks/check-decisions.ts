/** Checks the curator's decisions: rivals must exist, and no two entities may be decided both the same and different. */
import type { CheckContext } from './check-context.ts';
import type { IdentityDecision } from '../../model/records.ts';

export function checkDecisions(context: CheckContext): void {
  checkRivals(context);
  checkIdentities(context);
}

function checkRivals({ batch, claim, refer, tell }: CheckContext): void {
  for (const placed of batch.rivals) {
    const { claims } = placed.record;
    const distinct = new Set(claims.map((id) => claim(id)?.id ?? id));
    if (distinct.size < 2) tell(placed, '/claims', 'rivals-too-few', 'rivals are at least two different claims', 'name two, or take the set out');
    for (const id of claims) refer(placed, '/claims', 'claim', id);
  }
}

/** `same` is transitive, and refused where it joins two that are recorded as `different`, whichever of the decisions is new (model.md, "Identity"). */
function checkIdentities({ batch, known, refer, tell }: CheckContext): void {
  const decisions = new Map<string, IdentityDecision>(known.records.identities.map((identity) => [identity.id, identity]));
  for (const placed of batch.identities) {
    const { a, b, id } = placed.record;
    refer(placed, '', 'entity', a);
    refer(placed, '', 'entity', b);
    if (a === b) tell(placed, '', 'identity-of-itself', `${JSON.stringify(a)} is compared with itself`, 'name two entities');
    decisions.set(id, placed.record);
  }
  const groups = new Groups();
  for (const { a, b, decision } of decisions.values()) if (decision === 'same') groups.join(a, b);
  const own = new Set(batch.identities.map(({ record }) => record.id));
  for (const different of decisions.values()) {
    if (different.decision !== 'different' || different.a === different.b || groups.of(different.a) !== groups.of(different.b)) continue;
    const group = groups.of(different.a);
    const guilty = batch.identities.filter(({ record }) => record.id === different.id || (record.decision === 'same' && groups.of(record.a) === group));
    for (const placed of guilty) {
      const where = own.has(different.id) ? '' : ' in the database';
      tell(
        placed,
        '/decision',
        'same-across-different',
        `${JSON.stringify(different.a)} and ${JSON.stringify(different.b)} are told apart${where}, and the decisions "same" make one of them`,
        'take back one of the decisions',
      );
    }
  }
}

/** Groups of ids that can be joined (union-find); each has one id that represents it. */
class Groups {
  private readonly parents = new Map<string, string>();

  of(id: string): string {
    let root = id;
    for (let parent = this.parents.get(root); parent !== undefined; parent = this.parents.get(root)) root = parent;
    return root;
  }

  join(a: string, b: string): void {
    const [one, other] = [this.of(a), this.of(b)];
    if (one !== other) this.parents.set(one, other);
  }
}
