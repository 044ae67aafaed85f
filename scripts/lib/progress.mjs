/** Prints one line for each step, with the time it took. It looks like server/progress.ts. */

const SAY_AFTER_MS = 3_000;

/** `✓ Bring Neo4j (38.2 s): 214 files` */
export function finishedLine(name, ms, detail) {
  return `✓ ${name} (${(ms / 1000).toFixed(1)} s)${detail ? `: ${detail}` : ''}`;
}

/**
 * Begins a step. A slow step is printed while it runs too.
 * @param {string} name
 * @param {(line: string) => void} [write]
 * @returns {(detail?: string) => void}
 */
export function step(name, write = (line) => void process.stdout.write(`${line}\n`)) {
  const from = performance.now();
  const slow = setTimeout(() => write(`… ${name}`), SAY_AFTER_MS);
  slow.unref();
  return (detail) => {
    clearTimeout(slow);
    write(finishedLine(name, performance.now() - from, detail));
  };
}
