/** Lists the sources whose text is kept, with how much of each carries a claim. */
import type { listTexts as contract } from '../../contract/routes/texts.ts';
import type { Source } from '../../domain/model/records.ts';
import { eachInSlices } from '../../domain/figures/in-slices.ts';
import { shortTitle } from '../../domain/telling/source-title.ts';
import { isOrphan } from '../../domain/texts/anchors.ts';
import { runInSlices } from '../../graph/run-in-slices.ts';
import type { Database } from '../../store/connect.ts';
import { currentRevision } from '../../store/statements/recording/change-sets.ts';
import { listTextRows } from '../../store/statements/texts.ts';
import type { AnswerOf, CallOptions } from '../route-types.ts';
import { citedIn, loadText, textHead, type CitedHere } from './kept-text.ts';

/** As the case is recorded now, at no date of a view. */
export async function listTexts(db: Database, o?: CallOptions): Promise<AnswerOf<typeof contract>> {
  return db.read(async (tx) => {
    const revision = await currentRevision(tx);
    const rows = await listTextRows.run(tx, { rev: revision });
    const { citations, anchors } = await citedIn(
      tx,
      rows.map(({ source }) => source),
      revision,
    );
    const bySource = new Map<string, CitedHere[]>(rows.map(({ source }) => [source, []]));
    for (const citation of citations) bySource.get(citation.source)?.push(citation);
    // Only a text of which something was marked or that was replaced can have orphans: the others need not be read.
    const orphansOf = async (source: string, cited: readonly CitedHere[], paragraphs: number) => {
      const isDoubtful = (one: CitedHere) => one.mark !== undefined || anchors.has(one.id);
      const doubtful = cited.filter(isDoubtful);
      const beyond = cited.filter((one) => !isDoubtful(one) && one.paragraph > paragraphs).length;
      if (doubtful.length === 0) return beyond;
      const kept = await loadText(tx, source);
      return beyond + doubtful.filter((one) => isOrphan(one, anchors.get(one.id), kept?.paragraphs ?? [])).length;
    };
    const orphans: number[] = [];
    for (const { source, paragraphs } of rows) orphans.push(await orphansOf(source, bySource.get(source) ?? [], paragraphs));
    const texts = await runInSlices(
      eachInSlices(rows.entries(), ([i, row]) => {
        const source = JSON.parse(row.json) as Source;
        const carrying = new Set((bySource.get(row.source) ?? []).map(({ paragraph }) => paragraph).filter((paragraph) => paragraph <= row.paragraphs));
        return {
          ...textHead(row),
          dataset: source.dataset,
          title: source.title ?? shortTitle(source),
          ...(source.publisher === undefined ? {} : { publisher: source.publisher }),
          ...(source.published === undefined ? {} : { published: source.published.edtf }),
          carrying: [...carrying].sort((a, b) => a - b),
          orphans: orphans[i] ?? 0,
        };
      }),
    );
    return { texts, revision };
  }, o);
}
