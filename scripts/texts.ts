/** `npm run texts -- <folder>`: attaches the texts of a folder to the sources of a running Attest, each known by the digests of its paragraphs. */
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { readConfig } from '../server/config.ts';
import { connectDatabase } from '../server/store/connect.ts';
import { migrate } from '../server/store/migrate.ts';
import { attachedLines, attachTexts, indexesIn, textsIn } from './lib/attach-texts.ts';
import { openTarget } from './lib/open-target.ts';
import { terminalText } from './lib/terminal-text.ts';

const CASES = fileURLToPath(new URL('../fixtures/cases/', import.meta.url));

const command = new Command('texts')
  .description('Attach the .txt files of a folder to the sources that they are the texts of. They stay in the database and leave in no export.')
  .argument('<folder>', 'folder with the texts; a paragraphs.csv in it is read beside those of the shipped cases')
  .parse();
const [folder = '.'] = command.args;

try {
  const files = textsIn(folder);
  const { target, stop } = await openTarget(readConfig(), (line) => void process.stderr.write(`${terminalText(line)}\n`));
  const db = connectDatabase(target);
  try {
    await migrate(db);
    const attached = await attachTexts(db, files, [...indexesIn(CASES), ...indexesIn(folder)]);
    for (const line of attachedLines(attached)) process.stdout.write(`${terminalText(line)}\n`);
    process.exitCode = attached.every(({ did }) => did === 'kept' || did === 'same') ? 0 : 1;
  } finally {
    await db.close();
    await stop();
  }
} catch (error) {
  process.stderr.write(`${terminalText(error instanceof Error ? error.message : String(error))}\n`);
  process.exitCode = 2;
}
