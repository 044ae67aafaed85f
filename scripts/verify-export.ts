/** `npm run verify-export -- <file>`: checks every digest of an exported file; with `--database` says what changed since in the case. Exit codes: 0 whole, 1 not whole, 2 could not run. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { readConfig } from '../server/config.ts';
import { AppError } from '../server/domain/model/errors.ts';
import { changesInWords } from '../server/domain/publishing/claims-then.ts';
import { readExport } from '../server/exchange/bundle/read-export.ts';
import { connectDatabase } from '../server/store/connect.ts';
import { compareExport } from '../server/usecases/verifying/compare-export.ts';
import { openTarget } from './lib/open-target.ts';
import { runToEnd } from './lib/run-to-end.ts';
import { terminalText } from './lib/terminal-text.ts';

const COULD_NOT_RUN = 2;
const EXIT = { whole: 0, faults: 1 } as const;

async function main(): Promise<number> {
  const command = new Command('verify-export')
    .description('Check that an exported file is as it went out, and say what changed in the case since.')
    .argument('<file>', 'an archive, a bundle, a web page, a Word document or Markdown, as it was downloaded')
    .option('--database', 'compare it with the records that are in the database now', false)
    .exitOverride()
    .parse(process.argv.slice(2), { from: 'user' });
  const print = (line: string) => void process.stdout.write(`${terminalText(line)}\n`);
  const { manifest, faults } = await readExport(await bytesIn(resolve(command.args[0] ?? '')));
  const { title, made, revision, counts, exported } = manifest;
  print(`“${title}”, exported as ${exported} on ${made} at revision ${revision}: ${counts.entities} entities, ${counts.claims} claims.`);
  for (const fault of faults) print(`Fault: ${fault}`);
  print(
    faults.length === 0
      ? 'Every byte is as it went out.'
      : `${faults.length === 1 ? '1 fault' : `${faults.length} faults`}: this is not the file that went out.`,
  );
  if (command.opts<{ database: boolean }>().database) await compare(manifest, print);
  return faults.length === 0 ? EXIT.whole : EXIT.faults;
}

async function bytesIn(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new AppError('not-found', `${path} cannot be read.`, { remedy: 'Give the path of a file as it was downloaded' }, { cause: error });
  }
}

async function compare(manifest: Parameters<typeof compareExport>[1], print: (line: string) => void): Promise<void> {
  const { target, stop } = await openTarget(readConfig(), (line) => void process.stderr.write(`${terminalText(line)}\n`));
  const db = connectDatabase(target);
  try {
    const { claims, changed, revision, was } = await compareExport(db, manifest);
    print(`Compared with revision ${revision} (then ${was}), ${claims} claims: ${changesInWords(changed)}`);
    for (const { id, changes, sentence } of changed) print(`  ${id}: ${changes.join(', ')}${sentence === undefined ? '' : `. ${sentence}.`}`);
  } finally {
    await db.close();
    await stop();
  }
}

/** A file that is damaged where its manifest would stand is not whole either. */
const isNotWhole = (error: unknown) => error instanceof AppError && error.code === 'refused';

runToEnd(main, { act: 'verify-export', codeOf: (error) => (isNotWhole(error) ? EXIT.faults : COULD_NOT_RUN) });
