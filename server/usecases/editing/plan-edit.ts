/** Plans an edit of one case as an import plans a file, at the revision at which it was judged: a plan made at a later one would write over what came between. */
import type { CuratedFile } from '../../domain/importing/curated-file.ts';
import type { RecordRef } from '../../domain/importing/plan-import.ts';
import type { Tx } from '../../store/connect.ts';
import { IMPORT_LIMITS } from '../importing/import-files.ts';
import { planAgainstDatabase, type Planned } from '../importing/plan-against-database.ts';
import type { ReadFile } from '../importing/files/read-curated-file.ts';

interface Edit {
  dataset: string;
  /** The records that are written, as a file. */
  content?: CuratedFile;
  /** Those that are taken away by name. */
  removes?: readonly RecordRef[];
  /** Where problems of the content stand, if not in a file. */
  locate?: ReadFile['locate'];
}

/** @param revision at which the caller has read what the edit rests on */
export function planEdit(tx: Tx, revision: number, { dataset, content, removes, locate = (told) => [...told] }: Edit): Promise<Planned> {
  const file: ReadFile = { name: '', content: { ...content, format: 'attest/1' }, malformed: [], problems: [], rewritten: [], stopped: false, locate };
  return planAgainstDatabase(tx, [file], {
    prune: false,
    dryRun: false,
    overwrite: true,
    today: new Date().toISOString().slice(0, 10),
    dataset,
    importRecords: IMPORT_LIMITS.importRecords,
    ...(removes && { removes }),
    revision,
  });
}
