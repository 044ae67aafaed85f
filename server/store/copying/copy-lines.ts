/** What a copy of a database holds: a line for each node and for each relationship, and a digest of them that does not depend on their order. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '../../domain/model/errors.ts';

const properties = z.record(z.string(), z.unknown());
export const nodeLine = z.strictObject({ n: z.int(), labels: z.array(z.string()), properties });
export const tieLine = z.strictObject({ a: z.int(), b: z.int(), type: z.string(), properties });
export type NodeLine = z.infer<typeof nodeLine>;
export type TieLine = z.infer<typeof tieLine>;
export type CopyLine = NodeLine | TieLine;

export const isNode = (line: CopyLine): line is NodeLine => 'n' in line;

const BITS = 2n ** 256n;

/** The sum of the digests of all lines, in which nodes have no numbers: equal for two databases that hold the same. All nodes come before the first tie. */
export class CopyDigest {
  nodes = 0;
  ties = 0;
  private sum = 0n;
  private readonly ofNode = new Map<number, Buffer>();

  /** @throws AppError `refused` for a relationship one of whose ends is no node of the copy */
  add(line: CopyLine): void {
    const hash = createHash('sha256');
    if (isNode(line)) {
      this.nodes += 1;
      hash.update(JSON.stringify([line.labels.toSorted(), sorted(line.properties)]));
    } else {
      this.ties += 1;
      const [a, b] = [this.ofNode.get(line.a), this.ofNode.get(line.b)];
      if (!a || !b) throw new AppError('refused', `A relationship of the type ${line.type} has an end that is not there.`);
      hash
        .update(JSON.stringify([line.type, sorted(line.properties)]))
        .update(a)
        .update(b);
    }
    const digest = hash.digest();
    if (isNode(line)) this.ofNode.set(line.n, digest.subarray(0, 16));
    this.sum = (this.sum + BigInt(`0x${digest.toString('hex')}`)) % BITS;
  }

  get value(): string {
    return this.sum.toString(16).padStart(64, '0');
  }
}

function sorted(values: Record<string, unknown>): [string, unknown][] {
  return Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** @throws AppError `internal` for a property that cannot be written as JSON and read back the same */
export function requirePlain({ properties: all, ...line }: CopyLine): void {
  for (const [name, value] of Object.entries(all)) {
    const isPlain = (one: unknown) => typeof one === 'string' || typeof one === 'boolean' || Number.isSafeInteger(one);
    if (Array.isArray(value) ? value.every(isPlain) : isPlain(value)) continue;
    const of = 'labels' in line ? line.labels.join(', ') : line.type;
    throw new AppError('internal', `The property ${name} of ${of} is of a kind that a backup cannot hold.`);
  }
}
