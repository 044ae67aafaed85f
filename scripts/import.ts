/** `npm run import -- <file|folder|-> …`: the import use case from a shell. Exit codes: 0 done, 1 refused, 2 could not run. */
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { createBackups } from '../server/backups/backup-folder.ts';
import { readConfig } from '../server/config.ts';
import { datasetFault } from '../server/domain/importing/assign-datasets.ts';
import { AppError } from '../server/domain/model/errors.ts';
import { connectDatabase, type Database } from '../server/store/connect.ts';
import { refuseHalfRestored } from '../server/store/copying/write-copy.ts';
import { migrate } from '../server/store/migrate.ts';
import { importFiles } from '../server/usecases/importing/import-files.ts';
import { failedReport, isRefusal, type ReportBasis } from '../server/usecases/importing/import-report.ts';
import { attachedLines, attachTexts, indexesIn, textsBeside } from './lib/attach-texts.ts';
import { listFiles, readFiles } from './lib/collect-files.ts';
import { proposedMappings, readMapping } from './lib/read-mapping.ts';
import { openTarget } from './lib/open-target.ts';
import { reportText } from './lib/print-report.ts';
import { progressBar } from './lib/progress-bar.ts';
import { terminalLines, terminalText } from './lib/terminal-text.ts';
import { versionOf } from './lib/version-of.ts';

interface Options {
  dryRun: boolean;
  dataset?: string;
  prune: boolean;
  pruneExactly?: number;
  overwrite: boolean;
  partial: boolean;
  json: boolean;
  mapping?: string;
  proposeMapping: boolean;
}
const EXIT = { done: 0, refused: 1, couldNotRun: 2 } as const;

/** @throws InvalidArgumentError, which ends the command before it opens a database */
function datasetId(given: string): string {
  const fault = datasetFault(given);
  if (fault) throw new InvalidArgumentError(`${fault.message}; ${fault.remedy}.`);
  return given;
}

/** @throws InvalidArgumentError for what is no whole number */
function prunedNumber(given: string): number {
  if (!/^\d{1,9}$/.test(given)) throw new InvalidArgumentError('write how many records the prune removes, as in --prune=12 (a dry run says how many).');
  return Number(given);
}

function readArguments(argv: readonly string[]): { paths: string[]; options: Options } {
  const command = new Command('import')
    .description(
      'Import curated files (attest/1), STIX 2.1, FollowTheMoney, our CSV set, or tables with a mapping: checked whole, written whole or not at all.',
    )
    .argument('<paths...>', 'files, zip archives, folders (all their .json files and CSV sets; with --mapping all their tables), or - for standard input')
    .option('--dry-run', 'plan and report, write nothing', false)
    .option('--dataset <id>', 'dataset of files that have no header', datasetId)
    .option('--prune', 'remove what the datasets had and the files have no more', false)
    .option(
      '--prune-exactly <number>',
      'also written --prune=<number>: prune, and say how many records that removes (needed above a tenth of a dataset)',
      prunedNumber,
    )
    .option('--partial', 'leave out the records that cannot be written, with what refers to them, and list them; not with a prune', false)
    .option('--overwrite', 'write over records edited since the last import', false)
    .option('--mapping <file>', 'JSON that says what the columns of tables (CSV, TSV) mean')
    .option('--propose-mapping', 'print a mapping for the tables, made of the names in their heads, to look through and keep; import nothing', false)
    .option('--json', 'print the report as JSON, and nothing else', false)
    .configureOutput({ outputError: (said, write) => write(terminalLines(said)) })
    .exitOverride()
    .parse(
      argv.map((word) => word.replace(/^--prune=/, '--prune-exactly=')),
      { from: 'user' },
    );
  const options = command.opts<Options>();
  if (options.partial && (options.prune || options.pruneExactly !== undefined))
    command.error('error: --partial cannot go with --prune: a record that is left out would be taken for one that the files have no more.');
  return { paths: command.args, options };
}

/** A case that may ship its texts has them beside its files: they are attached with it. */
async function attachBeside(db: Database, paths: readonly string[], say: (line: string) => void): Promise<void> {
  for (const folder of paths.filter((path) => path !== '-' && existsSync(join(path, 'paragraphs.csv')))) {
    for (const line of attachedLines(await attachTexts(db, textsBeside(folder), indexesIn(folder)))) say(line);
  }
}

const jsonText = (report: unknown) => `${terminalLines(JSON.stringify(report, null, 2))}\n`;

async function main(): Promise<number> {
  const { paths, options } = readArguments(process.argv.slice(2));
  const say = (line: string) => void process.stderr.write(`${terminalText(line)}\n`);
  const mappings = options.mapping === undefined ? undefined : await readMapping(options.mapping);
  const names = await listFiles(paths, { tables: mappings !== undefined || options.proposeMapping });
  if (options.proposeMapping) {
    process.stdout.write(jsonText(await proposedMappings(readFiles(names, process.stdin))));
    return EXIT.done;
  }
  const config = readConfig();
  const { target, stop } = await openTarget(config, say);
  const db = connectDatabase(target);
  const bar = progressBar(process.stderr);
  const interrupted = new AbortController();
  const interrupt = () => interrupted.abort(new AppError('conflict', 'Stopped before anything was written.'));
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  const startedAt = performance.now();
  let planned: Omit<ReportBasis, 'dryRun' | 'startedAt'> | undefined;
  try {
    await refuseHalfRestored(db);
    const backups = createBackups({ db, folder: config.backupsDir, version: versionOf(config), ...(target.disk ? { disk: target.disk } : {}) });
    await backups.makeBeforeMigration();
    await migrate(db);
    if (!options.dryRun) await backups.makeDaily();
    const { dryRun, prune, pruneExactly, overwrite, dataset } = options;
    const report = await importFiles(db, {
      files: readFiles(names, process.stdin),
      dryRun,
      prune: prune || pruneExactly !== undefined,
      ...(pruneExactly === undefined ? {} : { pruneExactly }),
      overwrite,
      leaveOut: { places: [], refused: options.partial },
      who: userInfo().username,
      onProgress: bar.show,
      onPlanned: (now) => (planned = now),
      signal: interrupted.signal,
      ...(dataset === undefined ? {} : { dataset }),
      ...(mappings === undefined ? {} : { mappings }),
    });
    bar.clear();
    process.stdout.write(options.json ? jsonText(report) : reportText(report));
    if (!dryRun && report.outcome !== 'refused') await attachBeside(db, paths, say);
    return report.outcome === 'refused' ? EXIT.refused : EXIT.done;
  } catch (error) {
    // An import that fails at the write has a report too.
    if (options.json && planned) process.stdout.write(jsonText(failedReport({ ...planned, dryRun: options.dryRun, startedAt }, error)));
    throw error;
  } finally {
    bar.clear();
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
    await db.close();
    await stop();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.couldNotRun;
  else {
    process.stderr.write(`${terminalText(error instanceof Error ? error.message : String(error))}\n`);
    if (!(error instanceof AppError) && !(error instanceof Error && 'code' in error))
      process.stderr.write(`${terminalLines(error instanceof Error ? (error.stack ?? '') : '')}\n`);
    process.exitCode = isRefusal(error) ? EXIT.refused : EXIT.couldNotRun;
  }
}
