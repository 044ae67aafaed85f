/** One line a step, with the time it took; the same look as scripts/lib/progress.mjs, which runs before TypeScript can. */

/** Called at the end of the step, with what there is to say about it. */
export type Done = (detail?: string) => void;

const SAY_AFTER_MS = 3_000;

/** `✓ Bring Neo4j (38.2 s): 214 files` */
export function finishedLine(name: string, ms: number, detail?: string): string {
  return `✓ ${name} (${(ms / 1000).toFixed(1)} s)${detail ? `: ${detail}` : ''}`;
}

/** Begins a step; a slow one is named while it runs, every one when it ends. */
export function step(name: string, write: (line: string) => void = (line) => void process.stdout.write(`${line}\n`)): Done {
  const from = performance.now();
  const slow = setTimeout(() => write(`… ${name}`), SAY_AFTER_MS);
  slow.unref();
  return (detail) => {
    clearTimeout(slow);
    write(finishedLine(name, performance.now() - from, detail));
  };
}
