/** `npm run restore -- <file>`: writes a backup into an empty database. Exit codes: 0 done, 1 refused, 2 could not run. */
import { Command } from 'commander';
import { resolve } from 'node:path';
import { readKeptRedactions } from '../server/backups/kept-redactions.ts';
import { restoreBackup } from '../server/backups/restore-backup.ts';
import { readConfig } from '../server/config.ts';
import { connectDatabase } from '../server/store/connect.ts';
import { isRefusal } from '../server/usecases/importing/import-report.ts';
import { openTarget } from './lib/open-target.ts';
import { runToEnd } from './lib/run-to-end.ts';
import { terminalText } from './lib/terminal-text.ts';

const EXIT = { done: 0, refused: 1, couldNotRun: 2 } as const;
const SHOWN_EVERY_MS = 2_000;

async function main(): Promise<number> {
  const command = new Command('restore')
    .description('Restore a backup into an empty database; its digest is compared. It writes over nothing.')
    .argument('<file>', 'the backup, ending in .jsonl.gz')
    .option('--redact', 'take out again whoever was redacted since the backup was made')
    .option('--let-return', 'have whoever was redacted since named again')
    .exitOverride()
    .parse(process.argv.slice(2), { from: 'user' });
  const path = resolve(command.args[0] ?? '');
  const say = (line: string) => void process.stderr.write(`${terminalText(line)}\n`);
  const { redact = false, letReturn = false } = command.opts<{ redact?: boolean; letReturn?: boolean }>();
  const config = readConfig();
  const redactions = await readKeptRedactions(config.backupsDir);
  const { target, stop } = await openTarget(config, say);
  const db = connectDatabase(target);
  const from = performance.now();
  let shown = from;
  try {
    const { head, end } = await restoreBackup(db, path, {
      redactions,
      returning: redact ? 'redact' : letReturn ? 'let' : 'refuse',
      onProgress: (done, total) => {
        if (performance.now() - shown < SHOWN_EVERY_MS) return;
        shown = performance.now();
        say(`${done} of ${total} written`);
      },
    });
    const took = ((performance.now() - from) / 1_000).toFixed(1);
    process.stdout.write(
      `Restored: revision ${head.revision}, ${end.nodes} nodes and ${end.ties} relationships, digest ${end.digest} compared, in ${took} s\n`,
    );
    return EXIT.done;
  } finally {
    await db.close();
    await stop();
  }
}

runToEnd(main, { act: 'restore', codeOf: (error) => (isRefusal(error) ? EXIT.refused : EXIT.couldNotRun) });
