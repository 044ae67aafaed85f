/** Ends the process of a command with its exit code, or with what failed and what to do about it. */
import { CommanderError } from 'commander';
import { AppError } from '../../server/domain/model/errors.ts';
import { terminalText } from './terminal-text.ts';

export interface Ends {
  /** What could not be done, as "back up". */
  act: string;
  /** The exit code of an error of the command; 2 where it is left out. */
  codeOf?: (error: unknown) => number;
}
const COULD_NOT_RUN = 2;

/** @param main gives the exit code. Help that was asked for ends with 0, a wrong option with 2. */
export function runToEnd(main: () => Promise<number>, { act, codeOf = () => COULD_NOT_RUN }: Ends): void {
  main().then(
    (code) => process.exit(code),
    (error: unknown) => {
      if (error instanceof CommanderError) process.exit(error.exitCode === 0 ? 0 : COULD_NOT_RUN);
      const remedy = error instanceof AppError ? error.details.remedy : undefined;
      const message = error instanceof Error ? error.message : String(error);
      process.stderr.write(`Could not ${act}: ${terminalText(remedy === undefined ? message : `${message} ${remedy}.`)}\n`);
      process.exit(codeOf(error));
    },
  );
}
