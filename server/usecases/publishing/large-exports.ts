/** An export of more claims than the server works out beside everybody else: judged and written elsewhere, for longer than a request may take. */
import { API_LIMITS } from '../../contract/parts.ts';
import { AppError } from '../../domain/model/errors.ts';
import type { Database } from '../../store/connect.ts';
import { currentRevision } from '../../store/statements/recording/change-sets.ts';
import { datasetCountRows } from '../../store/statements/records.ts';
import { begunOnce } from '../begun-once.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';
import type { checkExport, writeExport } from '../../contract/routes/exports.ts';

export type CheckInput = Pick<InputOf<typeof checkExport>, 'body'>;
export type WriteInput = Pick<InputOf<typeof writeExport>, 'body'>;
/** Inputs of the two use cases, as messages between processes. */
export type LargeExport = { act: 'check'; input: CheckInput } | { act: 'write'; input: WriteInput };
export type CheckAnswer = AnswerOf<typeof checkExport>;

export interface ExportedFile {
  filename: string;
  contentType: string;
  chunks: AsyncIterable<Uint8Array>;
}
/** An export as a file on the disk, read by each who asks for it. */
export interface StoredExport extends Omit<ExportedFile, 'chunks'> {
  read(): AsyncIterable<Uint8Array>;
  remove(): Promise<void>;
}
/** Carries them out in another process. */
export interface RunExport {
  /** @param signal ends the work where it is aborted */
  check(input: CheckInput, signal?: AbortSignal): Promise<CheckAnswer>;
  /** @param signal as of `check`; no file is left then */
  write(input: WriteInput, signal?: AbortSignal): Promise<StoredExport>;
}
export interface LargeExports {
  /**
   * @param caller aborted where whoever asks has gone; where everybody has, the work ends
   * @throws AppError `timeout` with the seconds after which to send the same again; else what the export throws
   */
  check(input: CheckInput, caller?: AbortSignal): Promise<CheckAnswer>;
  /** @throws as `check` */
  write(input: WriteInput, caller?: AbortSignal): Promise<ExportedFile>;
}

export interface ExportOptions extends CallOptions {
  /** Where exports of very many claims are carried out; absent: nowhere but here. */
  large?: LargeExports;
  /** Most claims, where these are not `API_LIMITS.exportClaims`. */
  mostClaims?: number;
}

/** Claims, or entities, above which an export is large. Measured: of 20,000 claims as GraphML the server took 340 MB. */
const LARGE_EXPORT = 10_000;

const TOLD = 'This export is of very many claims and is still being worked out. Send the same again to get it.';

export function createLargeExports(run: RunExport, o: { answerMs?: number; keptMs?: number } = {}): LargeExports {
  const checks = begunOnce<CheckAnswer>(TOLD, { ...o, endsUnasked: true });
  const files = begunOnce<StoredExport>(TOLD, { ...o, endsUnasked: true, onForgotten: (file) => void file.remove() });
  return {
    check: (input, caller) => checks.of(JSON.stringify(input.body), (signal) => run.check(input, signal), caller),
    async write(input, caller) {
      const { filename, contentType, read } = await files.of(JSON.stringify(input.body), (signal) => run.write(input, signal), caller);
      return { filename, contentType, chunks: read() };
    },
  };
}

/**
 * Whether an export is of more claims than this process takes: named one by one, or of whole datasets.
 * @throws AppError `limit` beyond what any process takes
 */
export async function isLargeExport(db: Database, { datasets = [], claims, entities, trace }: CheckInput['body'], o?: CallOptions): Promise<boolean> {
  if (claims) return claims.length > LARGE_EXPORT;
  if (datasets.length === 0 || trace || entities.length > 0) return false;
  const counts = await db.read(async (tx) => datasetCountRows.run(tx, { rev: await currentRevision(tx), datasets: [...datasets] }), o);
  const most = Math.max(...['claim', 'entity'].map((kind) => counts.reduce((sum, count) => sum + (count.kind === kind ? count.n : 0), 0)));
  const value = API_LIMITS.exportDatasetClaims;
  if (most > value)
    throw new AppError(
      'limit',
      `An export of whole datasets takes at most ${value} claims and as many entities; these hold ${most}. Export one after the other.`,
      {
        limit: { name: 'exportDatasetClaims', value },
      },
    );
  return most > LARGE_EXPORT;
}
