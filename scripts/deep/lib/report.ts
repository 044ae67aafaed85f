/** Counts the checks of a deep run and prints its last line. */

export interface DeepReport {
  /** Counts one check and prints what was seen. */
  check(what: string, passed: boolean, seen?: unknown): void;
  /** Runs a part of the run. An exception is a failed check and does not end the run. */
  part(what: string, run: () => Promise<void>): Promise<void>;
  /** Prints `deep NAME: N passed, N failed` and sets the exit code. */
  end(): void;
}

export const isFull = process.argv.includes('--full');

/** The seed of this run: `--seed N` or a new one. It is printed, so that a failure can be repeated. */
export function seedOf(name: string): number {
  const at = process.argv.indexOf('--seed');
  const seed = at > 0 ? Number(process.argv[at + 1]) : Math.floor(Math.random() * 2 ** 31);
  process.stdout.write(`deep ${name}: seed ${seed} (repeat with --seed ${seed})${isFull ? ', full' : ''}\n`);
  return seed;
}

export function startReport(name: string): DeepReport {
  let passed = 0;
  let failed = 0;
  const check = (what: string, ok: boolean, seen?: unknown) => {
    if (ok) passed++;
    else failed++;
    const detail = ok || seen === undefined ? '' : `\n      seen: ${typeof seen === 'string' ? seen : JSON.stringify(seen)}`.slice(0, 2_000);
    process.stdout.write(`  ${ok ? 'ok  ' : 'FAIL'} ${what}${detail}\n`);
  };
  return {
    check,
    async part(what, run) {
      const started = Date.now();
      try {
        await run();
      } catch (error) {
        check(what, false, error instanceof Error ? (error.stack ?? error.message) : error);
      }
      process.stdout.write(`  ${what}: ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
    },
    end() {
      process.stdout.write(`deep ${name}: ${passed} passed, ${failed} failed\n`);
      process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
    },
  };
}
