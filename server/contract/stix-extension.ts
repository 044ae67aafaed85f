/** What the property extension of Attest holds in a STIX object: the record as a curated file has it, of a claim with its citations and figures. */
import { z } from 'zod';
import {
  fileCitation,
  fileClaim,
  fileDataset,
  fileEntity,
  fileIdentity,
  filePredicate,
  fileQuestion,
  fileRivals,
  fileSource,
  fileStubs,
  fileVoice,
} from './file-format.ts';
import { id, level } from './records.ts';

const extension = { extension_type: z.literal('property-extension') };
/** A record of a dataset: the id of the case, and the record as a file of format attest/1 holds it. */
const recordOf = <K extends string, R extends z.ZodType>(kind: K, record: R) => z.strictObject({ ...extension, kind: z.literal(kind), dataset: id, record });
const count = z.int().min(0);
const { voices, sources, entities } = fileStubs.shape;

export const stixExtension = z.discriminatedUnion('kind', [
  recordOf('entity', fileEntity),
  recordOf('voice', fileVoice),
  recordOf('source', fileSource),
  z.strictObject({
    ...extension,
    kind: z.literal('claim'),
    dataset: id,
    record: fileClaim.omit({ citations: true }),
    citations: z.array(z.strictObject({ dataset: id, record: fileCitation })).min(1),
    standing: z.union([level, z.literal('disputed-only')]),
    standing_by: z.array(id).min(1).optional(),
    rank: z.int().min(-1).max(6),
    origins: count,
    origins_open: z.boolean(),
    origins_at_standing: count,
    uninvolved_origins: count,
    contested: z.boolean(),
  }),
  /** A further relationship of a claim that is cut into several; the first holds the claim. */
  z.strictObject({ ...extension, kind: z.literal('segment'), claim: id, segment: count }),
  /** An opinion: a citation that disputes a claim. */
  z.strictObject({ ...extension, kind: z.literal('dispute'), claim: id, citation: z.string() }),
  /** The grouping of the whole: for each case its head, and what stands in no object of its own. */
  z.strictObject({
    ...extension,
    kind: z.literal('piece'),
    files: z
      .array(
        z.strictObject({
          dataset: fileDataset,
          predicates: z.array(filePredicate).min(1).optional(),
          rivals: z.array(fileRivals).min(1).optional(),
          identities: z.array(fileIdentity).min(1).optional(),
          questions: z.array(fileQuestion).min(1).optional(),
          stub_voices: voices,
          stub_sources: sources,
          stub_entities: entities,
        }),
      )
      .optional(),
  }),
]);
