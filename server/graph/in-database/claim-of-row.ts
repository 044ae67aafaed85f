/** Flat rows of the database → the domain's claim, figures and node. */
import type { NodeView } from '../../contract/views.ts';
import type { Claim } from '../../domain/model/records.ts';
import type { Figures } from '../../domain/model/figures.ts';
import type { ClaimRow, NodeRow } from '../../store/statements/claim-row.ts';

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

export function nodeOfRow({ kind, ...row }: NodeRow, lineless: number): NodeView {
  return kind === null ? { ...row, lineless } : { ...row, kind, lineless };
}
