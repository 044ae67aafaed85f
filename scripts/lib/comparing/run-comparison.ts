/** Runs a comparison for the command line, and prints it: the sentence that answers, then what differs; or all of it as JSON or CSV. */
import type { z } from 'zod';
import { readConfig } from '../../../server/config.ts';
import { describeIssues } from '../../../server/contract/describe-issues.ts';
import { API_LIMITS } from '../../../server/contract/parts.ts';
import { COMPARED_LISTS, type ComparedClaim } from '../../../server/contract/routes/compare.ts';
import { ROUTES } from '../../../server/contract/routes.ts';
import { AppError } from '../../../server/domain/model/errors.ts';
import { setGraphMemory } from '../../../server/graph/open-graph.ts';
import { connectDatabase, type Database } from '../../../server/store/connect.ts';
import { refuseHalfRestored } from '../../../server/store/copying/write-copy.ts';
import { compareCases } from '../../../server/usecases/comparing/compare-cases.ts';
import { writeComparison } from '../../../server/usecases/comparing/write-comparison.ts';
import { openTarget } from '../open-target.ts';
import { runToEnd } from '../run-to-end.ts';
import { terminalText } from '../terminal-text.ts';

export const EXIT = { done: 0, refused: 1, couldNotRun: 2 } as const;
/** Megabytes in which the whole case is held. */
const GRAPH_MB = 1_024;
/** Claims of each list that are printed; all are counted. */
const PRINTED = 40;
const REFUSED: ReadonlySet<string> = new Set(['refused', 'invalid', 'limit', 'not-found', 'conflict']);

export interface PrintedAs {
  json: boolean;
  csv: boolean;
}
type Asked = z.input<(typeof ROUTES.writeComparison)['body']>;
type Compared = z.infer<(typeof ROUTES.compareCases)['response']>;
type Paths = NonNullable<Compared['paths']>;

const print = (line: string): void => void process.stdout.write(`${terminalText(line)}\n`);
const say = (line: string): void => void process.stderr.write(`${terminalText(line)}\n`);

/** Ends the process with 0 for an answer, 1 where it was refused, 2 where it could not run. @param askedOf makes the question, which may need the database to know what is meant */
export function runComparison(act: string, readArguments: () => PrintedAs & { askedOf: (db: Database) => Promise<Asked> }): void {
  const main = async (): Promise<number> => {
    const { askedOf, ...as } = readArguments();
    const { target, stop } = await openTarget(readConfig(), say);
    const db = connectDatabase(target);
    try {
      await refuseHalfRestored(db);
      setGraphMemory(db, GRAPH_MB);
      await answer(db, await askedOf(db), as);
      return EXIT.done;
    } finally {
      await db.close();
      await stop();
    }
  };
  runToEnd(main, { act, codeOf: (error) => (error instanceof AppError && REFUSED.has(error.code) ? EXIT.refused : EXIT.couldNotRun) });
}

async function answer(db: Database, asked: Asked, { json, csv }: PrintedAs): Promise<void> {
  if (csv) {
    const body = parsed(ROUTES.writeComparison.body, asked);
    for await (const part of await writeComparison(db, { body })) process.stdout.write(part);
    return;
  }
  const page = { offset: 0, limit: json ? API_LIMITS.listResults : PRINTED };
  const pages = Object.fromEntries([...COMPARED_LISTS, 'entitiesGained', 'entitiesLost'].map((list) => [list, page]));
  const found = await compareCases(db, { body: parsed(ROUTES.compareCases.body, { ...asked, pages }) });
  if (json) process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
  else printed(found);
}

/** @throws AppError `invalid` for what the API would not take */
function parsed<S extends z.ZodType>(schema: S, value: unknown): z.infer<S> {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const problems = [...describeIssues(read.error.issues, schema, value)];
  throw new AppError('invalid', problems.map(({ message, remedy }) => `${message}; ${remedy}`).join('. '), { problems });
}

const HEADINGS = {
  falls: 'Falls',
  retold: 'Left only as a retelling',
  stands: 'Stands on what is left',
  changed: 'Changed',
  lost: 'Lost',
  gained: 'Gained',
} as const;

function printed(found: Compared): void {
  print(found.answer.text);
  if (found.next) print(`The next date with a difference is ${found.next.published}: ${found.next.claims} claims.`);
  if (found.paths) printPaths(found.paths);
  printQuestions(found.questions);
  // What falls and what is only retold are together what is lost; what stands is what changed, and more.
  const lists = found.kind === 'strike' ? (['falls', 'retold', 'stands', 'gained'] as const) : (['changed', 'lost', 'gained'] as const);
  for (const list of lists) printClaims(HEADINGS[list], found[list]);
  printEntities('Entities gained', found.entitiesGained);
  printEntities('Entities lost', found.entitiesLost);
}

function heading(text: string, total: number): void {
  print('');
  print(`${text}: ${total}`);
}
function printClaims(text: string, { total, items }: Compared['gained']): void {
  if (total === 0) return;
  heading(text, total);
  for (const one of items) {
    print(`  ${one.sentence}`);
    print(`    ${standingOf(one)} [${one.id}]`);
  }
  if (total > items.length) print(`  and ${total - items.length} more`);
}
function standingOf({ before, after, told }: ComparedClaim): string {
  const figures = (there: NonNullable<typeof before>) =>
    `${there.told}; ${there.origins}${there.originsOpen ? '+?' : ''} origins, ${there.uninvolvedOrigins} uninvolved`;
  const both =
    before && after
      ? figures(before) === figures(after)
        ? [figures(after)]
        : [`${figures(before)} → ${figures(after)}`]
      : [before ?? after].flatMap((one) => (one ? [figures(one)] : []));
  return [...both, ...told].join('. ');
}
function printPaths({ before, after, gained, lost, changed }: Paths): void {
  heading('Paths', gained.length + lost.length + changed.length);
  print(`  ${before} before, ${after} after`);
  for (const { title } of gained) print(`  + ${title}`);
  for (const { title } of lost) print(`  − ${title}`);
  for (const { title, weakestBefore } of changed) print(`  ~ ${title}; it was ${weakestBefore.level}`);
}
function printQuestions(questions: Compared['questions']): void {
  if (!questions || questions.asked + questions.notAsked === 0) return;
  print('');
  print(
    `Ready questions: ${questions.changed.length} of ${questions.asked} change${questions.notAsked > 0 ? `; ${questions.notAsked} were not asked, for want of time` : ''}`,
  );
  for (const { text, kind, before, after } of questions.changed) print(`  ${text} ${before} → ${after} ${kind === 'trace' ? 'paths' : kind}`);
}
function printEntities(text: string, { total, items }: Compared['entitiesGained']): void {
  if (total === 0) return;
  heading(text, total);
  print(`  ${items.map(({ name }) => name).join(', ')}${total > items.length ? `, and ${total - items.length} more` : ''}`);
}
