import { describe, expect, it } from 'vitest';
import { checkPublication } from '../domain/publishing/publication-gate.ts';
import { contextOf } from '../domain/testing/narration-context.ts';
import { printedLines } from './printed-lines.ts';

const ctx = contextOf({
  voices: [{ id: 'daily', name: 'The Daily' }],
  sources: [
    { id: 'page', publisher: 'The Daily', title: 'One', url: 'https://example.org/1' },
    { id: 'unread', publisher: 'The Wire', voice: 'daily', seen: false },
  ],
  entities: { man: 'Person', plot: 'Plot' },
  predicates: [
    {
      id: 'planned',
      accuses: ['subject'],
      forms: {
        finite: 'planned',
        base: 'plan',
        infinitive: 'to have planned',
        passive: 'was planned by',
        noun: 'planning',
      },
    },
  ],
  claims: [
    {
      id: 'seen',
      predicate: 'planned',
      subject: 'man',
      object: 'plot',
      citations: [{ locator: 1 }],
    },
    {
      id: 'unseen',
      predicate: 'planned',
      subject: 'man',
      object: 'plot',
      attempted: true,
      citations: [{ source: 'unread', locator: 1 }],
    },
  ],
});
const lines = (claims: string[], more: Partial<Parameters<typeof checkPublication>[1]> = {}) =>
  printedLines(checkPublication(ctx, { entities: [], claims, ...more }).printed);

describe('the lines of every export', () => {
  it('are one line each, whatever the texts in them hold', () => {
    const forged = 'a\n\nPublished by decision: all of it.\u2028b';
    const printed = lines(['seen'], { view: { filters: [forged] } });
    expect(printed.filter((line) => /[\n\r\u2028\u2029]/.test(line))).toEqual([]);
    expect(printed).toContain('Filters: a Published by decision: all of it. b.');
  });
  it('are whole sentences, in their order', () => {
    expect(
      lines(['seen'], {
        view: {
          filters: ['a', 'b'],
          clocks: { happened: '2020', recorded: '2024-01-01T00:00:00Z' },
        },
      }),
    ).toEqual([
      'How far this is told is not said; later outcomes not searched.',
      'As of what had happened by the end of 2020.',
      'As recorded here on 2024-01-01T00:00:00Z.',
      'What is undated or may be later is kept.',
      'Filters: a; b.',
      'Shown: 2 entities, 1 claim (entities that the claims only name are counted).',
      'Man: no response on record in these sources.',
      'Origins in view: The Daily.',
      'Sources in view: The Daily, “One”.',
      'On a single origin: 1 claim: Man is reported by The Daily to have planned plot.',
      '1 claim accuses without naming an accuser, and is told as reported.',
    ]);
  });
  it('list what was left out at the gate, with the reason and without what it says', () => {
    const { refused } = checkPublication(ctx, { entities: [], claims: ['unseen'] });
    expect(lines(['seen'], { leftOut: refused }).at(-1)).toBe(
      'Left out at the publication gate: A person – plot: a claim on a tie (No source that was seen supports it).',
    );
  });
  it('print the reason of an override and what it overrode', () => {
    expect(lines(['unseen'], { override: 'The editor has read it' })).toContain(
      'Published against the publication gate: The editor has read it. Refused were: Man is reported by The Daily to have attempted to plan plot (No source that was seen supports it).',
    );
    expect(lines(['seen'], { override: 'To be safe.' })).toContain('Published by decision: To be safe. The publication gate had refused nothing.');
  });
  it('hold at most a hundred sentences each, and count the rest', () => {
    const many = contextOf({
      claims: Array.from({ length: 130 }, (_, i) => ({
        id: `c${i}`,
        predicate: 'met',
        subject: 'a',
        object: 'b',
        occasion: `${i}`,
      })),
    });
    const { printed } = checkPublication(many, {
      entities: [],
      claims: [...many.records.claims.keys()],
      override: 'a test',
    });
    const line = printedLines(printed).find((one) => one.startsWith('On a single origin'));
    expect(line).toMatch(/^On a single origin: 130 claims: /);
    expect(line).toMatch(/\. And 30 more, to be known by their figures\.$/);
  });
  it('tell each claim once, also where it rests on one origin that is a party', () => {
    const party = contextOf({
      voices: [
        { id: 'firm', name: 'The Firm', stake: [{ scope: 'all', as: 'accuser', why: 'a party' }] },
        { id: 'guild', name: 'The Guild', stake: [{ scope: 'all', as: 'accuser', why: 'a party' }] },
        { id: 'daily', name: 'The Daily' },
      ],
      sources: [
        { id: 'firm-page', voice: 'firm', publisher: 'The Firm', url: 'https://example.org/1' },
        { id: 'guild-page', voice: 'guild', publisher: 'The Guild', url: 'https://example.org/2' },
        { id: 'daily-page', voice: 'daily', publisher: 'The Daily', url: 'https://example.org/3' },
      ],
      claims: [
        { id: 'both', predicate: 'met', subject: 'a', object: 'b', citations: [{ source: 'firm-page', locator: 1 }] },
        {
          id: 'parties',
          predicate: 'met',
          subject: 'c',
          object: 'd',
          citations: [
            { source: 'firm-page', locator: 1 },
            { source: 'guild-page', locator: 1 },
          ],
        },
        { id: 'single', predicate: 'met', subject: 'e', object: 'f', citations: [{ source: 'daily-page', locator: 1 }] },
      ],
    });
    const { printed } = checkPublication(party, { entities: [], claims: ['both', 'parties', 'single'] });
    expect([printed.singleOrigin, printed.partiesOnly].map((told) => told.map(({ claim }) => claim))).toEqual([
      ['both', 'single'],
      ['both', 'parties'],
    ]);
    const told = printedLines(printed).filter((line) => line.startsWith('On '));
    expect(told.map((line) => line.split(': ').slice(0, 2).join(': '))).toEqual([
      'On a single origin, a party: 1 claim',
      'On a single origin: 1 claim',
      'On parties only: 1 claim',
    ]);
    for (const one of ['A ', 'C ', 'E ']) expect([one, told.filter((line) => line.includes(`: ${one}`)).length]).toEqual([one, 1]);
  });
  it('call nobody a party of whom it is unclear whether he has a stake', () => {
    const unclear = contextOf({
      voices: [
        { id: 'wire', name: 'A wire', stake: 'unclear' },
        { id: 'agency', name: 'An agency', stake: 'unclear' },
        { id: 'firm', name: 'The Firm', stake: [{ scope: 'all', as: 'accuser', why: 'a party' }] },
      ],
      sources: [
        { id: 'wire-page', voice: 'wire', publisher: 'A wire', url: 'https://example.org/1' },
        { id: 'agency-page', voice: 'agency', publisher: 'An agency', url: 'https://example.org/2' },
        { id: 'firm-page', voice: 'firm', publisher: 'The Firm', url: 'https://example.org/3' },
      ],
      claims: [
        { id: 'single', predicate: 'met', subject: 'a', object: 'b', citations: [{ source: 'wire-page', locator: 1 }] },
        ...['agency-page', 'firm-page'].map((other, i) => ({
          id: other,
          predicate: 'met',
          subject: `c${i}`,
          object: `d${i}`,
          citations: [
            { source: 'wire-page', locator: 1 },
            { source: other, locator: 1 },
          ],
        })),
      ],
    });
    const { printed } = checkPublication(unclear, { entities: [], claims: ['single', 'agency-page', 'firm-page'] });
    expect(printed.partiesOnly).toEqual([]);
    const told = printedLines(printed).filter((line) => line.startsWith('On '));
    expect(told.map((line) => line.split(': ').slice(0, 2).join(': '))).toEqual([
      'On a single origin, stake unclear: 1 claim',
      'On origins of which the stake is unclear: 2 claims',
    ]);
    expect(told.join(' ')).not.toMatch(/part(y|ies)/);
  });
  it('say once of whom no response is on record', () => {
    const accused = contextOf({
      entities: { one: 'Person', other: 'Person', plot: 'Plot' },
      predicates: [{ id: 'planned', accuses: ['subject'] }],
      claims: ['one', 'other'].map((subject) => ({ id: subject, predicate: 'planned', subject, object: 'plot', citations: [{ locator: 1 }] })),
    });
    const { printed } = checkPublication(accused, { entities: [], claims: ['one', 'other'], override: 'a test' });
    expect(printedLines(printed)).toContain('No response on record in these sources: One; Other.');
  });
  it('say so where the piece is empty', () => {
    expect(lines([])).toEqual([
      'How far this is told is not said; later outcomes not searched.',
      'At no date in particular: everything on record.',
      'No filters.',
      'Shown: 0 entities, 0 claims (entities that the claims only name are counted).',
      'Origins in view: none established.',
      'Sources in view: none.',
    ]);
  });
});
