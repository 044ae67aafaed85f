/** Some claims whole, with their citations, lineage and voices, and the stored figures: what evidence and prose are written from. */
import { entitiesOf } from '../../domain/claim-ends.ts';
import type { Dataset, Figures } from '../../domain/model.ts';
import { listDatasetRows } from '../../store/queries/list-datasets.ts';
import { loadClaimRecords } from '../../store/queries/load-records.ts';
import { readFigures } from '../../store/queries/read-figures.ts';
import type { ViewContext } from '../views/view-context.ts';
import { nodesOf, predicatesOf, type FlatReader } from './flat-context.ts';
import { voiceEntities } from './voice-context.ts';

/** The context of claim ids; ids without a claim are left out. */
export async function recordContext(reader: FlatReader, claimIds: Iterable<string>): Promise<ViewContext> {
  const { tx, revision } = reader;
  const ids = [...new Set(claimIds)];
  const records = await loadClaimRecords(tx, ids);
  for (const [id, predicate] of await predicatesOf(reader)) records.predicates.set(id, predicate);
  for (const { json } of await listDatasetRows.run(tx, { rev: revision })) {
    const dataset: Dataset = JSON.parse(json);
    records.datasets.set(dataset.id, dataset);
  }
  const figures = new Map<string, Figures>();
  for (const row of await readFigures.run(tx, { rev: revision, ids: [...records.claims.keys()] })) {
    const stored: Figures = JSON.parse(row.figures);
    figures.set(row.id, stored);
  }
  const wanted = new Set(records.entities.keys());
  for (const claim of records.claims.values()) for (const id of entitiesOf(claim)) wanted.add(id);
  for (const figure of figures.values()) for (const id of figure.by) wanted.add(id);
  for (const voice of records.voices.values()) for (const id of voiceEntities(voice)) wanted.add(id);
  for (const citations of records.citations.values()) {
    for (const { standing, statedBy } of citations) {
      for (const id of [standing.by, standing.case, statedBy]) if (id !== undefined) wanted.add(id);
    }
  }
  const nodes = await nodesOf(reader, wanted);
  return {
    records,
    figures,
    revision,
    nameOf: (id) => nodes.get(id)?.name ?? id,
    node: (id) => nodes.get(id),
    sourcesOf: (id) => [...new Set((records.citations.get(id) ?? []).map((c) => c.source))].sort(),
  };
}
