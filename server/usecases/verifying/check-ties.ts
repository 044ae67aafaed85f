/** Verifies the relationships of citations, sources, rivals and entities, and finds references to records that do not exist. */
import { recordKey } from '../../domain/importing/change-plan.ts';
import { rootOf } from '../../domain/figures/lineage.ts';
import type { Records } from '../../domain/model/records.ts';
import type { Tx } from '../../store/connect.ts';
import { auditCitations, auditEntities, auditRivals, auditSources } from '../../store/statements/audits.ts';
import { shapeCitation, shapeEntity, viaOf } from '../../store/shape-records.ts';
import type { Fault } from './fault.ts';
import { sameSet } from './check-claims.ts';
import { differingFields } from './differing-fields.ts';

export async function checkTies(tx: Tx, rev: number, records: Records, report: (fault: Fault) => void): Promise<void> {
  const citations = new Map([...records.citations.values()].flat().map((citation) => [citation.id, citation]));
  for (const { id, props, claims, sources, roots, via } of await auditCitations.run(tx, { rev })) {
    const citation = citations.get(id);
    const record = recordKey('citation', id);
    if (!citation) continue;
    if (!records.claims.has(citation.claim)) report({ kind: 'orphan', record, message: `its claim ${citation.claim} is not there` });
    if (!records.sources.has(citation.source)) report({ kind: 'orphan', record, message: `its source ${citation.source} is not there` });
    const root = rootOf(citation, records.sources)?.id;
    const ties: [string, string[], string[]][] = [
      ['claim', [citation.claim], claims],
      ['source read', [citation.source], sources],
      ['root', root === undefined ? [] : [root], roots],
      ['sources on the way', viaOf(citation), via],
    ];
    for (const [what, expected, drawn] of ties)
      if (!sameSet(expected, drawn))
        report({ kind: 'ties', record, message: `its ${what} should be ${expected.join(', ') || 'none'} and is ${drawn.join(', ') || 'none'}` });
    const fields = differingFields(shapeCitation(citation).props, props);
    if (fields.length > 0) report({ kind: 'ties', record, message: `stored otherwise: ${fields.join(', ')}` });
  }
  for (const { id, voices, carries } of await auditSources.run(tx, { rev })) {
    const source = records.sources.get(id);
    if (!source) continue;
    const record = recordKey('source', id);
    if (!records.voices.has(source.voice)) report({ kind: 'orphan', record, message: `its voice ${source.voice} is not there` });
    else if (!sameSet([source.voice], voices)) report({ kind: 'ties', record, message: `its voice should be ${source.voice}` });
    const text = source.textOf ? [`${source.textOf.source} ${source.textOf.how}`] : [];
    if (
      !sameSet(
        text,
        carries.map((pair) => pair.join(' ')),
      )
    )
      report({ kind: 'ties', record, message: 'the text it carries is drawn otherwise' });
  }
  const rivals = new Map(records.rivals.map((set) => [set.id, set]));
  for (const { id, claims } of await auditRivals.run(tx, { rev })) {
    const set = rivals.get(id);
    if (set && !sameSet(set.claims, claims)) report({ kind: 'ties', record: recordKey('rivals', id), message: 'the claims it is tied to are not its own' });
  }
  for (const { id, labels, props } of await auditEntities.run(tx, { rev })) {
    const entity = records.entities.get(id);
    if (!entity) continue;
    const record = recordKey('entity', id);
    if (!sameSet(['Entity', entity.type], labels))
      report({ kind: 'entity', record, message: `its labels are ${labels.join(', ')}, its type is ${entity.type}` });
    const fields = differingFields(shapeEntity(entity).props, props);
    if (fields.length > 0) report({ kind: 'entity', record, message: `stored otherwise: ${fields.join(', ')}` });
  }
}
