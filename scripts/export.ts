/** `npm run export -- --format F …`: the export use case from a shell, through the publication gate. Exit codes: 0 written, 1 refused, 2 could not run. */
import { createWriteStream, existsSync } from 'node:fs';
import { link, readFile, rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { z } from 'zod';
import { readConfig } from '../server/config.ts';
import { API_LIMITS } from '../server/contract/parts.ts';
import { ROUTES } from '../server/contract/routes.ts';
import { describeIssues } from '../server/contract/describe-issues.ts';
import { AppError } from '../server/domain/model/errors.ts';
import { readExport } from '../server/exchange/bundle/read-export.ts';
import { EXPORTERS } from '../server/exchange/index.ts';
import { setGraphMemory } from '../server/graph/open-graph.ts';
import { connectDatabase, type Database } from '../server/store/connect.ts';
import { refuseHalfRestored } from '../server/store/copying/write-copy.ts';
import { checkExport } from '../server/usecases/publishing/check-export.ts';
import { writeExport } from '../server/usecases/publishing/write-export.ts';
import { tracePaths } from '../server/usecases/tracing/trace-paths.ts';
import { openTarget } from './lib/open-target.ts';
import { runToEnd } from './lib/run-to-end.ts';
import { terminalText } from './lib/terminal-text.ts';

const EXIT = { written: 0, refused: 1, couldNotRun: 2 } as const;
/** Megabytes in which the whole case is held to be exported. */
const GRAPH_MB = 1_024;
/** Codes of an export that is refused for what was asked, or for what stands in the records. */
const REFUSED: ReadonlySet<string> = new Set(['gate-refused', 'refused', 'invalid', 'limit', 'not-found']);
/** Things the gate refuses that are listed; all are counted. */
const LISTED = 50;

interface Options {
  format: string;
  case: string[];
  entity: string[];
  claim: string[];
  from: string[];
  to: string[];
  paths?: number;
  happened?: string;
  published?: string;
  recorded?: string;
  firmOnly: boolean;
  title?: string;
  leaveOut: boolean;
  override?: string;
  bundle: boolean;
  check: boolean;
  out?: string;
  force: boolean;
}
type Body = z.infer<(typeof ROUTES.writeExport)['body']>;
const say = (line: string): void => void process.stderr.write(`${terminalText(line)}\n`);

function readArguments(argv: readonly string[]): Options {
  const each = (value: string, all: string[]): string[] => [...all, value];
  const list = (flags: string, about: string) => new Option(flags, about).argParser(each).default([], 'none');
  const number = (given: string): number => {
    if (!/^[1-9]\d{0,2}$/.test(given)) throw new InvalidArgumentError('write how many paths, as in --paths 3.');
    return Number(given);
  };
  const command = new Command('export')
    .description('Write a piece of the case, or whole cases, as a file, through the publication gate.')
    .addOption(new Option('--format <format>', 'what it is written as').choices(Object.keys(EXPORTERS)).makeOptionMandatory())
    .addOption(list('--case <id>', 'a whole case; may be repeated, as the next four'))
    .addOption(list('--entity <id>', 'an entity; with others, every claim between them'))
    .addOption(list('--claim <id>', 'a claim, with the entities at its ends'))
    .addOption(list('--from <id>', 'where paths begin'))
    .addOption(list('--to <id>', 'where paths end'))
    .option('--paths <number>', 'how many of the best paths; all of the answer where it is left out', number)
    .option('--happened <date>', 'as it happened by this date (EDTF)')
    .option('--published <date>', 'as it was published by this date')
    .option('--recorded <date>', 'as it was recorded at this date')
    .option('--firm-only', 'without what is undated, or may be later', false)
    .option('--title <title>', 'the title; otherwise one made of what is exported')
    .option('--leave-out', 'leave out what the publication gate refuses, and list it', false)
    .option('--override <reason>', 'publish against the gate; the reason is printed')
    .option('--bundle', 'as a bag (BagIt) with an RO-Crate description', false)
    .option('--check', 'say what the gate says and what would be printed; write nothing', false)
    .option('--out <file>', 'where to; otherwise the name that the export has, in this folder; - for standard output')
    .option('--force', 'write over a file that is there', false)
    .exitOverride()
    .parse(argv, { from: 'user' });
  const options = command.opts<Options>();
  const { case: cases, entity, claim, from, to, paths, leaveOut, override } = options;
  if (from.length > 0 !== to.length > 0) command.error('error: --from and --to go together.');
  if (paths !== undefined && from.length === 0) command.error('error: --paths is how many of the paths between --from and --to.');
  if (cases.length + entity.length + claim.length + from.length === 0)
    command.error('error: say what to export: --case, --entity, --claim, or --from with --to.');
  if (cases.length > 0 && entity.length + claim.length + from.length > 0)
    command.error('error: a whole case is exported by itself, without --entity, --claim, --from and --to.');
  if (leaveOut && override !== undefined) command.error('error: --leave-out and --override exclude each other.');
  return options;
}

/** @throws AppError `invalid` for what the API would not take */
function bodyOf(options: Options): Body {
  const { format, case: cases, entity, claim, from, to, happened, published, recorded, firmOnly, title, leaveOut, override, bundle } = options;
  const clocks = Object.fromEntries(Object.entries({ happened, published, recorded }).filter(([, date]) => date !== undefined));
  const hasClock = Object.keys(clocks).length > 0;
  const value = {
    format,
    entities: entity,
    ...(claim.length === 0 ? {} : { claims: claim }),
    ...(cases.length === 0 ? {} : { datasets: cases }),
    ...(from.length === 0 ? {} : { trace: { from: { ids: from }, to: { ids: to } } }),
    ...(hasClock ? { clocks: { ...clocks, ...(firmOnly ? { firmOnly } : {}) } } : {}),
    ...(title === undefined ? {} : { title }),
    ...(leaveOut ? { gate: { leaveOut } } : override === undefined ? {} : { gate: { override } }),
    ...(bundle ? { bundle } : {}),
  };
  const parsed = ROUTES.writeExport.body.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = [...describeIssues(parsed.error.issues, ROUTES.writeExport.body, value)];
  throw new AppError('invalid', problems.map(({ message, remedy }) => `${message}; ${remedy}`).join('. '), { problems });
}

/** With the best paths of a trace in place of all of them. Where there is none, the trace stays: a dossier says that the two are not linked. */
async function withBestPaths(db: Database, body: Body, most: number | undefined): Promise<Body> {
  if (!body.trace || most === undefined) return body;
  const { trace, ...others } = body;
  const { paths } = await tracePaths(db, { body: { ...trace, ...(body.clocks ? { clocks: body.clocks } : {}) } });
  if (paths.length === 0) return body;
  return { ...others, paths: paths.slice(0, most).map(({ entities, hops }) => ({ entities, claims: hops.map(({ best }) => best) })) };
}

/** Beside the place first, so that a file is there whole or not at all. */
async function writeFileOnce(path: string, chunks: AsyncIterable<Uint8Array>, force: boolean): Promise<void> {
  const beside = `${path}.${process.pid}.part`;
  try {
    await pipeline(chunks, createWriteStream(beside, { flags: 'wx' }));
    if (force) await rename(beside, path);
    else await link(beside, path);
  } catch (error) {
    throw error instanceof Error && 'code' in error && error.code === 'EEXIST' ? alreadyThere(path) : error;
  } finally {
    await rm(beside, { force: true });
  }
}
const alreadyThere = (path: string): AppError =>
  new AppError('refused', `${JSON.stringify(path)} is there already, and nothing was written.`, {
    remedy: 'Choose another name with --out, or write over it with --force',
  });

async function tellLosses(path: string): Promise<void> {
  const { manifest } = await readExport(await readFile(path));
  const { counts, losses, revision } = manifest;
  say(`${counts.entities} entities, ${counts.claims} claims, at revision ${revision}.`);
  for (const { what, count } of losses) if (count > 0) say(`  this format has no place for ${count} ${what}`);
}

async function main(): Promise<number> {
  const options = readArguments(process.argv.slice(2));
  const asked = bodyOf(options);
  if (options.out !== undefined && options.out !== '-' && !options.force && existsSync(options.out)) throw alreadyThere(options.out);
  const { target, stop } = await openTarget(readConfig(), say);
  const db = connectDatabase(target);
  try {
    await refuseHalfRestored(db);
    setGraphMemory(db, GRAPH_MB);
    const body = await withBestPaths(db, asked, options.paths);
    if (options.check) return await told(db, body);
    const { filename, chunks } = await writeExport(db, { body }, { mostClaims: API_LIMITS.exportDatasetClaims });
    if (options.out === '-') {
      for await (const chunk of chunks) if (!process.stdout.write(chunk)) await new Promise((drained) => process.stdout.once('drain', drained));
      return EXIT.written;
    }
    const path = resolve(options.out ?? filename);
    await writeFileOnce(path, chunks, options.force);
    process.stdout.write(`${terminalText(path)}\n`);
    await tellLosses(path);
    return EXIT.written;
  } finally {
    await db.close();
    await stop();
  }
}

/** What the gate says, and the lines that would be printed. */
async function told(db: Database, body: Body): Promise<number> {
  const { format: _, positions: _p, bundle: _b, ...question } = body;
  const { refused, left, printed, title, entities, claims } = await checkExport(db, { body: question }, { mostClaims: API_LIMITS.exportDatasetClaims });
  const print = (line: string) => void process.stdout.write(`${terminalText(line)}\n`);
  print(`“${title}”: ${entities} entities, ${claims} claims.`);
  for (const line of printed) print(`  ${line}`);
  if (refused.length === 0) return EXIT.written;
  listRefused(refused);
  say(`Without these ${left.claims} claims, ${left.entities} entities and ${left.paths} paths would be left.`);
  return body.gate && 'override' in body.gate ? EXIT.written : EXIT.refused;
}

function listRefused(refused: readonly { label: string; reason: string; remedy: string }[]): void {
  say(`The publication gate refuses ${refused.length}:`);
  for (const { label, reason, remedy } of refused.slice(0, LISTED)) say(`  ${label}: ${reason} ${remedy}`);
  if (refused.length > LISTED) say(`  and ${refused.length - LISTED} more`);
}

runToEnd(main, {
  act: 'export',
  codeOf: (error) => {
    if (!(error instanceof AppError)) return EXIT.couldNotRun;
    if (error.code === 'gate-refused') {
      listRefused((error.details.refused ?? []) as Parameters<typeof listRefused>[0]);
      say('Write it without these with --leave-out, or against the gate with --override "the reason".');
    }
    return REFUSED.has(error.code) ? EXIT.refused : EXIT.couldNotRun;
  },
});
