/** Runs a property test and prints its seed before the first run, so that a failure can be repeated. */
import fc from 'fast-check';

export interface PropertyRun {
  runs?: number;
  /** The seed of the run to repeat. */
  seed?: number;
  /** The path that fast-check printed with its counterexample. */
  path?: string;
}

/** Where the property does not hold, throws with the shrunk counterexample, the seed and the path. */
export function checkProperty<T>(name: string, property: fc.IPropertyWithHooks<T>, { runs = 100, seed = newSeed(), path }: PropertyRun = {}): void {
  process.stdout.write(`property “${name}”: seed ${seed}\n`);
  fc.assert(property, { numRuns: runs, seed, ...(path === undefined ? {} : { path }) });
}

function newSeed(): number {
  return Math.floor(Math.random() * 0x7fff_ffff);
}
