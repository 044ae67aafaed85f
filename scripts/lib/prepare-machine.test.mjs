/** What the machine lacks is named before anything is started. */
import { describe, expect, it } from 'vitest';
import { nodeIsNewEnough } from './prepare-machine.mjs';
import { finishedLine } from './progress.mjs';
import { finishedLine as finishedLineOfServer } from '../../server/progress.ts';

describe('the machine', () => {
  it.each([
    ['20.19.0', true],
    ['20.20.2', true],
    ['22.0.0', true],
    ['20.18.3', false],
    ['18.20.0', false],
  ])('with Node %s is new enough: %s', (version, enough) => {
    expect(nodeIsNewEnough(version)).toBe(enough);
  });
});

describe('a progress line', () => {
  it('looks the same from the entry scripts and from the server', () => {
    expect(finishedLine('Bring Neo4j', 38_240, '214 files')).toBe('✓ Bring Neo4j (38.2 s): 214 files');
    expect(finishedLineOfServer('Bring Neo4j', 38_240, '214 files')).toBe(finishedLine('Bring Neo4j', 38_240, '214 files'));
    expect(finishedLineOfServer('Stop', 0)).toBe('✓ Stop (0.0 s)');
  });
});
