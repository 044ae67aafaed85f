/** What the server and its import process say to each other. */
import type { ChangeReport } from '../contract/routes/changes.ts';
import type { ImportReport } from '../contract/routes/imports.ts';
import type { ErrorCode, ErrorDetails } from '../domain/model/errors.ts';
import type { ConnectConfig } from '../store/connect.ts';
import type { LargeChange } from '../usecases/editing/large-changes.ts';
import type { ImportInput, ImportProgress } from '../usecases/importing/import-files.ts';
import type { CheckAnswer, LargeExport, StoredExport } from '../usecases/publishing/large-exports.ts';
import type { ReportBasis } from '../usecases/importing/import-report.ts';

export interface ImportOrder extends Omit<ImportInput, 'files' | 'onProgress' | 'onPlanned' | 'signal'> {
  files: { name: string; path: string }[];
}
interface OnDatabase {
  connect: Omit<ConnectConfig, 'disk'>;
  diskFolder: string | undefined;
}
/** From the server. One import, change or export at a time. */
export type Order =
  | ({ say: 'import'; input: ImportOrder } & OnDatabase)
  | ({ say: 'change'; change: LargeChange } & OnDatabase)
  | ({ say: 'export'; of: LargeExport; path: string } & OnDatabase)
  | { say: 'stop'; why: string };
/** What became of an export: what the gate says, or what was written at the path. */
export type ExportOutcome = CheckAnswer | Pick<StoredExport, 'filename' | 'contentType'>;
/** From the process, about what was ordered last. */
export type Word =
  | { say: 'progress'; progress: ImportProgress }
  | { say: 'planned'; planned: Pick<ReportBasis, 'datasets' | 'files' | 'revision'> }
  | { say: 'done'; report: ImportReport | ChangeReport | ExportOutcome }
  | { say: 'failed'; error: { code: ErrorCode; message: string; details: ErrorDetails } };
