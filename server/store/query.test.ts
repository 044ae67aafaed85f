import { describe, expect, test } from 'vitest';
import type { Tx } from './connect.ts';
import { IDS_AT_ONCE } from './query.ts';
import { rivalsOfClaims } from './statements/rivals-and-identities.ts';

/** A transaction that keeps what it is sent, and answers each id with the pair it belongs to. */
function keeping(): { tx: Tx; sent: string[][] } {
  const sent: string[][] = [];
  const run = (_text: string, { claims }: Record<string, unknown>) => {
    const ids = claims as string[];
    sent.push(ids);
    return Promise.resolve([...new Set(ids.map((id) => `${Math.floor(Number(id) / 2)}`))].map((json) => ({ json })));
  };
  return { tx: { run, checkRows: true } as unknown as Tx, sent };
}
const ids = (n: number) => Array.from({ length: n }, (_, i) => `${i + 1}`);

describe('a list of ids each of which is answered without the others', () => {
  test.each([0, 1, IDS_AT_ONCE])('is sent at once where it has %i', async (n) => {
    const { tx, sent } = keeping();
    await rivalsOfClaims.run(tx, { rev: 1, claims: ids(n) });
    expect(sent.map((turn) => turn.length)).toEqual([n]);
  });

  test('is sent in turns where it is longer, and a row of two turns is given once', async () => {
    const { tx, sent } = keeping();
    const rows = await rivalsOfClaims.run(tx, { rev: 1, claims: ids(IDS_AT_ONCE * 2 + 1) });
    expect(sent.map((turn) => turn.length)).toEqual([IDS_AT_ONCE, IDS_AT_ONCE, 1]);
    expect(sent.flat()).toEqual(ids(IDS_AT_ONCE * 2 + 1));
    expect(rows).toHaveLength(IDS_AT_ONCE + 1);
    expect(new Set(rows.map(({ json }) => json)).size).toBe(rows.length);
  });
});
