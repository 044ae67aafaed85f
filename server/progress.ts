/** Prints one line for each step, with the time it took. It looks like scripts/lib/progress.mjs, which runs before TypeScript is available. */

/** Called at the end of a step, with a detail to print. */
export type Done = (detail?: string) => void;

const SAY_AFTER_MS = 3_000;

/** `✓ Bring Neo4j (38.2 s): 214 files` */
export function finishedLine(name: string, ms: number, detail?: string): string {
  return `✓ ${name} (${(ms / 1000).toFixed(1)} s)${detail ? `: ${detail}` : ''}`;
}

/** Begins a step. A slow step is printed while it runs too. */
export function step(name: string, write: (line: string) => void = (line) => void process.stdout.write(`${line}\n`)): Done {
  const from = performance.now();
  const slow = setTimeout(() => write(`… ${name}`), SAY_AFTER_MS);
  slow.unref();
  return (detail) => {
    clearTimeout(slow);
    write(finishedLine(name, performance.now() - from, detail));
  };
}
