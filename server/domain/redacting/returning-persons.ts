/** Finds persons of an import who were redacted: nobody brings them back unseen. */
import type { ImportBatch } from '../importing/import-batch.ts';
import type { Problem } from '../model/errors.ts';
import { redactionOf, type KeptRedaction } from './marks.ts';

/** One for each such person (`redacted`), known by the id or by a whole name. */
export function returningPersons({ entities }: Pick<ImportBatch, 'entities'>, redactions: readonly KeptRedaction[]): Problem[] {
  if (redactions.length === 0) return [];
  return entities.flatMap(({ record, file, pointer, stub }) => {
    const redaction = redactionOf(record, redactions);
    if (!redaction) return [];
    return [
      {
        code: 'redacted',
        file,
        pointer: stub ? pointer : `${pointer}/names`,
        message: `"${record.id}" is a person who was redacted on ${redaction.at.slice(0, 10)}, and would be named again`,
        remedy: `leave the record out, and what refers to it; if the person may be named again, lift the redaction ${redaction.id} first`,
      },
    ];
  });
}
