/** Runs a property with a seed that is printed before the first try, so that a red run can be had again. */
import fc from 'fast-check';

export interface PropertyRun {
  runs?: number;
  /** The seed of the run to have again. */
  seed?: number;
  /** The path fast-check printed with its counterexample. */
  path?: string;
}

/** Throws with the shrunk counterexample, the seed and the path where the property does not hold. */
export function checkProperty<T>(name: string, property: fc.IPropertyWithHooks<T>, { runs = 100, seed = newSeed(), path }: PropertyRun = {}): void {
  process.stdout.write(`property “${name}”: seed ${seed}\n`);
  fc.assert(property, { numRuns: runs, seed, ...(path === undefined ? {} : { path }) });
}

function newSeed(): number {
  return Math.floor(Math.random() * 0x7fff_ffff);
}
