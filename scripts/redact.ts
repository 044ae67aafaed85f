/** `npm run redact -- <id>`: says what redacting a person would do, and with `--records` does it. Exit codes: 0 done, 1 refused, 2 could not run. */
import { Command, InvalidArgumentError } from 'commander';
import { randomUUID } from 'node:crypto';
import { createBackups } from '../server/backups/backup-folder.ts';
import { readConfig } from '../server/config.ts';
import { AppError } from '../server/domain/model/errors.ts';
import { connectDatabase } from '../server/store/connect.ts';
import { isRefusal } from '../server/usecases/importing/import-report.ts';
import { createRedactions } from '../server/usecases/redacting/redact-person.ts';
import { openTarget } from './lib/open-target.ts';
import { runToEnd } from './lib/run-to-end.ts';
import { terminalText } from './lib/terminal-text.ts';
import { versionOf } from './lib/version-of.ts';

const EXIT = { done: 0, refused: 1, couldNotRun: 2 } as const;
/** Nobody waits for an answer within the time of a request here. */
const ANSWER_MS = 3_600_000;

const whole = (text: string): number => {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError('give a whole number');
  return Number(text);
};
const more = (text: string, before: string[] = []): string[] => [...before, text];

async function main(): Promise<number> {
  const command = new Command('redact')
    .description(
      'Take a person out of all that is kept: names, passages and texts, in the present, all past states, change sets, stored views and the kept backups, for good. Without --records it says what that would do.',
    )
    .argument('<id>', 'the person')
    .option('--records <number>', 'how many records it writes anew, as the plan says: does it', whole)
    .option('--who <name>', 'who does it')
    .option('--why <reason>', 'why it is done')
    .option('--leave <word>', 'a word of the names that stays where it stands alone; may be given again', more, [])
    .option('--also <word>', 'a word that is taken out, too, though others bear it; may be given again', more, [])
    .exitOverride()
    .parse(process.argv.slice(2), { from: 'user' });
  const [entity = ''] = command.args;
  const { records, who, why, leave, also } = command.opts<{ records?: number; who?: string; why?: string; leave: string[]; also: string[] }>();
  if (records !== undefined && (who === undefined || why === undefined)) {
    throw new AppError('invalid', 'A redaction is signed.', { remedy: 'give --who and --why' });
  }
  const config = readConfig();
  const say = (line: string) => void process.stdout.write(`${terminalText(line)}\n`);
  const { target, stop } = await openTarget(config, (line) => void process.stderr.write(`${terminalText(line)}\n`));
  const db = connectDatabase(target);
  try {
    const backups = createBackups({ db, folder: config.backupsDir, version: versionOf(config) });
    const redactions = createRedactions(db, backups, { answerMs: ANSWER_MS });
    const asked = { entity, leave, also };
    const plan = await redactions.plan({ body: asked });
    say(`Names: ${plan.names.join(', ') || 'none'}`);
    say(`Words taken out wherever they stand: ${plan.words.join(', ') || 'none'}`);
    if (plan.shared.length > 0) say(`Words that others bear too, and that stay where they stand alone: ${plan.shared.join(', ')}`);
    say(
      `Written anew: ${plan.records} records (${plan.kinds.map(({ kind, n }) => `${kind} ${n}`).join(', ')}), ${plan.versions} past states, ${plan.others} other entries`,
    );
    say(`Deleted for good: ${plan.texts} private texts, ${plan.notes} notes`);
    say(`Looked through and written anew: ${plan.backups} backups. ${plan.undoEnds} change sets cannot be undone any more.`);
    if (records === undefined) {
      say(`Nothing was written. To do it: npm run redact -- ${entity} --records ${plan.records} --who "<name>" --why "<reason>"`);
      return EXIT.done;
    }
    const body = { ...asked, records, who: who ?? '', why: why ?? '', operation: randomUUID(), revision: plan.revision };
    const done = await redactions.redact({ body });
    say(`Redacted: the person is ${done.person} from now on; ${done.backups.rewritten} backups were written anew.`);
    for (const name of done.backups.unreadable) say(`${name} is no whole backup and stayed as it is: delete it.`);
    return EXIT.done;
  } finally {
    await db.close();
    await stop();
  }
}

runToEnd(main, { act: 'redact', codeOf: (error) => (isRefusal(error) ? EXIT.refused : EXIT.couldNotRun) });
