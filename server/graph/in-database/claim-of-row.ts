/** Flat rows of the database → the domain's claim, figures and node, and which claims of an entity have nothing to draw. */
import type { NodeView } from '../../contract/views.ts';
import type { Claim } from '../../domain/model/records.ts';
import type { Figures } from '../../domain/model/figures.ts';
import { hasLine } from '../../domain/model/segments.ts';
import type { Tx } from '../../store/connect.ts';
import type { ClaimRow, NodeRow } from '../../store/statements/claim-row.ts';
import { claimsWithoutObject } from '../../store/statements/claims.ts';
import { HUB_DEGREE } from '../../store/statements/expansion.ts';

export function claimOfRow(row: ClaimRow): Claim {
  return {
    id: row.id,
    dataset: row.dataset,
    subject: row.subject,
    predicate: row.predicate,
    object: row.object ?? { text: row.text ?? '', lang: row.textLang ?? 'und', ...(row.textQuoted ? { quoted: true as const } : {}) },
    via: row.via,
    to: row.to,
    at: row.at,
    in: row.in,
    instrument: row.instrument,
    intended: row.intended,
    attempted: row.attempted,
    expected: row.expected,
    ...(row.occasion === null ? {} : { occasion: row.occasion }),
  };
}

/** The figures as stored, whole: with the history and the values, which a claim's sentence needs. */
export function figuresOfRow(row: Pick<ClaimRow, 'figures'>): Figures {
  return JSON.parse(row.figures);
}

export function nodeOfRow({ kind, redacted, ...row }: NodeRow, lineless: number): NodeView {
  return { ...row, ...(kind === null ? {} : { kind }), ...(redacted === null ? {} : { redacted }), lineless };
}

export interface Lineless {
  claim: string;
  predicate: string;
}

/** By entity, in the order of their ids. An entity without any is missing, and so is a hub, whose claims are not looked at one by one. */
export async function linelessOf(tx: Tx, revision: number, ids: readonly string[]): Promise<Map<string, Lineless[]>> {
  const found = new Map<string, Lineless[]>();
  for (const { entity, types, group, predicate, ...claim } of await claimsWithoutObject.run(tx, { rev: revision, ids: [...ids], hub: HUB_DEGREE })) {
    const typeOf = new Map(types);
    const object = claim.object ?? 'value';
    if (hasLine({ ...claim, object }, { id: predicate, group }, (id) => typeOf.get(id))) continue;
    const known = found.get(entity);
    if (known) known.push({ claim: claim.id, predicate });
    else found.set(entity, [{ claim: claim.id, predicate }]);
  }
  return found;
}
