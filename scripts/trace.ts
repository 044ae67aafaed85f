/** `npm run trace -- --from … --to …`: the trace from a shell, with the same switches and dates as in the window. Exit codes: 0 linked, 1 not linked, 2 could not be answered. */
import { readConfig } from '../server/config.ts';
import { ROUTES } from '../server/contract/routes.ts';
import { AppError } from '../server/domain/model/errors.ts';
import { setGraphMemory } from '../server/graph/open-graph.ts';
import { connectDatabase } from '../server/store/connect.ts';
import { refuseHalfRestored } from '../server/store/copying/write-copy.ts';
import { tracePaths } from '../server/usecases/tracing/trace-paths.ts';
import { struckOf } from './lib/comparing/resolve-names.ts';
import { openTarget } from './lib/open-target.ts';
import { runToEnd } from './lib/run-to-end.ts';
import { terminalLines, terminalText } from './lib/terminal-text.ts';
import { namedEnds } from './trace/named-ends.ts';
import { readTraceArguments, traceBody, type Words } from './trace/trace-arguments.ts';
import { traceLines } from './trace/trace-lines.ts';

const EXIT = { linked: 0, notLinked: 1, notAnswered: 2, interrupted: 130 } as const;
/** Paths that are told where `--most` does not say how many. */
const TOLD = 10;

const say = (line: string): void => void process.stderr.write(`${terminalText(line)}\n`);
const interrupted = new AbortController();
/** npm passes the signal of a key press on a second time; one that comes after as many milliseconds is another. */
const SAME_KEYPRESS_MS = 1_000;
let interruptedAt = 0;
/** The search ends, and with it a Neo4j that was started for it; told once more, the command ends at once. */
function interrupt(): void {
  if (!interrupted.signal.aborted) {
    interruptedAt = Date.now();
    interrupted.abort(new AppError('conflict', 'Stopped before it was answered.'));
  } else if (Date.now() - interruptedAt > SAME_KEYPRESS_MS) process.exit(EXIT.interrupted);
}

async function main(): Promise<number> {
  const asked = readTraceArguments(process.argv.slice(2));
  // What needs no database is refused before one is opened.
  traceBody(asked, inPlace(asked.words));
  const config = readConfig();
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  const { target, stop } = await openTarget(config, say);
  const db = connectDatabase(target);
  const o = { signal: interrupted.signal };
  try {
    await refuseHalfRestored(db);
    setGraphMemory(db, config.graphMemory);
    const clocks = asked.strike.length === 0 ? asked.clocks : { ...asked.clocks, without: await struckOf(db, asked.strike) };
    const body = traceBody({ ...asked, ...(clocks ? { clocks } : {}) }, await namedEnds(db, asked.words, clocks, o));
    const answer = ROUTES.tracePaths.response.parse(await tracePaths(db, { body }, o));
    const text = asked.json
      ? terminalLines(JSON.stringify(answer, null, 2))
      : traceLines(answer, asked.switches.most ?? TOLD)
          .map(terminalText)
          .join('\n');
    process.stdout.write(`${text}\n`);
    return answer.linked ? EXIT.linked : EXIT.notLinked;
  } catch (error) {
    // Whatever was under way ended in its own words.
    interrupted.signal.throwIfAborted();
    throw error;
  } finally {
    await db.close();
    await stop();
  }
}

/** An id in the place of each word, before it is known whom they mean. */
function inPlace(words: Words): Words {
  const ids = (of: readonly string[]) => of.map((_, i) => `entity-${i}`);
  return { from: ids(words.from), to: ids(words.to), mustPass: ids(words.mustPass), mustAvoid: ids(words.mustAvoid) };
}

// Whoever reads the output may have read enough, as `head` does.
process.stdout.on('error', () => process.exit(EXIT.notAnswered));
runToEnd(main, {
  act: 'trace',
  codeOf: (error) => {
    if (interrupted.signal.aborted) return EXIT.interrupted;
    const { candidates = [] } = (error instanceof AppError ? error.details : {}) as { candidates?: string[] };
    for (const line of candidates) say(`  ${line}`);
    return EXIT.notAnswered;
  },
});
