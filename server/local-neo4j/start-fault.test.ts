import { describe, expect, it } from 'vitest';
import { faultIn } from './start-fault.ts';

const DAMAGED = `2026-11-29 05:46:31.777+0000 INFO  [o.n.d.d.DatabaseLifecycles] Starting 'DatabaseId{07a57132[neo4j]}'.
2026-11-29 05:46:31.813+0000 ERROR [o.n.d.d.DatabaseLifecycles] Failed to start DatabaseId{07a57132[neo4j]}
java.lang.RuntimeException: java.lang.IllegalStateException: Failed to read current store version.
	at org.neo4j.kernel.database.AbstractDatabase.start(AbstractDatabase.java:175)
Caused by: java.lang.IllegalStateException: Failed to load data from legacy metadata store
	... 15 more
`;

describe('the log of a start', () => {
  it('tells that the store is damaged, why, and what to do', () => {
    const fault = faultIn(DAMAGED, '/data/neo4j');
    expect(fault?.kind).toBe('damaged');
    expect(fault?.message).toMatch(
      /\/data\/neo4j\/data cannot be opened.*Failed to load data from legacy metadata store.*Put \/data\/neo4j back from a backup/,
    );
  });
  it('tells of a full disk where the database could not be opened for that', () => {
    expect(faultIn(DAMAGED.replace('Failed to load data from legacy metadata store', 'No space left on device'), '/data/neo4j')?.kind).toBe('disk-full');
  });
  it('tells nothing of a start that goes well', () => {
    expect(faultIn(DAMAGED.split('\n').slice(0, 1).join('\n'), '/data/neo4j')).toBeUndefined();
  });
});
