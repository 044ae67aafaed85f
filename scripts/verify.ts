/** `npm run verify`: derives every figure anew and names what differs. Exit codes: 0 no fault, 1 faults, 2 could not run. */
import { Command } from 'commander';
import { readConfig } from '../server/config.ts';
import { connectDatabase } from '../server/store/connect.ts';
import { verifyRecords } from '../server/usecases/verifying/verify-records.ts';
import { openTarget } from './lib/open-target.ts';
import { runToEnd } from './lib/run-to-end.ts';
import { terminalLines, terminalText } from './lib/terminal-text.ts';

const EXIT = { clean: 0, faults: 1 } as const;
const LINES_SHOWN = 200;

async function main(): Promise<number> {
  const command = new Command('verify')
    .description('Compare all that is stored with what the records say it should be.')
    .option('--json', 'print the verdict as JSON, and nothing else', false)
    .exitOverride();
  const { json } = command.parse(process.argv.slice(2), { from: 'user' }).opts<{ json: boolean }>();
  const { target, stop } = await openTarget(readConfig(), (line) => void process.stderr.write(`${terminalText(line)}\n`));
  const db = connectDatabase(target);
  try {
    const verdict = await verifyRecords(db);
    const { faults, stale } = verdict;
    if (json) process.stdout.write(`${terminalLines(JSON.stringify(verdict, null, 2))}\n`);
    else {
      for (const { kind, record, message } of faults.slice(0, LINES_SHOWN)) process.stdout.write(`${terminalText(`${kind}  ${record}  ${message}`)}\n`);
      if (faults.length > LINES_SHOWN) process.stdout.write(`… and ${faults.length - LINES_SHOWN} more\n`);
      const held = `${verdict.claims} claims, ${verdict.citations} citations, ${verdict.entities} entities, ${verdict.segments} segments at revision ${verdict.revision}`;
      process.stdout.write(
        `${held}: ${faults.length === 0 ? 'no faults' : `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}`}${stale > 0 ? `, ${stale} claims waiting to be recomputed` : ''}\n`,
      );
    }
    return faults.length === 0 ? EXIT.clean : EXIT.faults;
  } finally {
    await db.close();
    await stop();
  }
}

runToEnd(main, { act: 'verify' });
