/** `npm run backup`: writes all that the database holds into one file, while it is used. Exit codes: 0 done, 2 could not run. */
import { Command } from 'commander';
import { join, resolve } from 'node:path';
import { createBackups } from '../server/backups/backup-folder.ts';
import { writeBackup } from '../server/backups/backup-file.ts';
import { readConfig } from '../server/config.ts';
import { diskSpaceOf } from '../server/local-neo4j/disk-space-of.ts';
import { connectDatabase } from '../server/store/connect.ts';
import { openTarget } from './lib/open-target.ts';
import { runToEnd } from './lib/run-to-end.ts';
import { terminalText } from './lib/terminal-text.ts';
import { versionOf } from './lib/version-of.ts';

const DONE = 0;

async function main(): Promise<number> {
  const command = new Command('backup')
    .description('Back up everything: records, their history, change sets, stored views, texts. Without a file it stands among the backups of the data folder.')
    .argument('[file]', 'where to write it, ending in .jsonl.gz')
    .exitOverride()
    .parse(process.argv.slice(2), { from: 'user' });
  const [file] = command.args;
  const config = readConfig();
  const version = versionOf(config);
  const { target, stop } = await openTarget(config, (line) => void process.stderr.write(`${terminalText(line)}\n`));
  const db = connectDatabase(target);
  const from = performance.now();
  try {
    let told: string;
    if (file === undefined) {
      const { name, bytes, revision } = await createBackups({ db, folder: config.backupsDir, version, disk: diskSpaceOf(config.dataDir) }).make('asked');
      told = `${join(config.backupsDir, name)}: revision ${revision}, ${bytes} bytes`;
    } else {
      const path = resolve(file);
      const made = await writeBackup(db, path, { at: new Date().toISOString(), version });
      told = `${path}: revision ${made.revision}, ${made.nodes} nodes and ${made.ties} relationships, digest ${made.digest}`;
    }
    process.stdout.write(`${terminalText(told)}, in ${((performance.now() - from) / 1_000).toFixed(1)} s\n`);
    return DONE;
  } finally {
    await db.close();
    await stop();
  }
}

runToEnd(main, { act: 'back up' });
