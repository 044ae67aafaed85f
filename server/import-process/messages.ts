/** What the server and its import process say to each other. */
import type { ImportReport } from '../contract/routes/imports.ts';
import type { ErrorCode, ErrorDetails } from '../domain/model/errors.ts';
import type { ConnectConfig } from '../store/connect.ts';
import type { ImportInput, ImportProgress } from '../usecases/importing/import-files.ts';
import type { ReportBasis } from '../usecases/importing/import-report.ts';

export interface ImportOrder extends Omit<ImportInput, 'files' | 'onProgress' | 'onPlanned' | 'signal'> {
  files: { name: string; path: string }[];
}
/** From the server. One import at a time. */
export type Order = { say: 'import'; connect: Omit<ConnectConfig, 'disk'>; diskFolder: string | undefined; input: ImportOrder } | { say: 'stop' };
/** From the import process, about the import ordered last. */
export type Word =
  | { say: 'progress'; progress: ImportProgress }
  | { say: 'planned'; planned: Pick<ReportBasis, 'datasets' | 'files' | 'revision'> }
  | { say: 'done'; report: ImportReport }
  | { say: 'failed'; error: { code: ErrorCode; message: string; details: ErrorDetails } };
