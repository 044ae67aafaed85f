/** What is typed after `npm run trace --` becomes the question that the API takes, and what it tells is laid out in lines. */
import { CommanderError } from 'commander';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../server/domain/model/errors.ts';
import { flagOf, readTraceArguments, traceBody } from './trace-arguments.ts';
import { traceLines, type TraceAnswer } from './trace-lines.ts';

const ENDS = ['--from', 'a', '--to', 'b'];
const bodyOf = (...argv: string[]) => {
  const asked = readTraceArguments(argv);
  return traceBody(asked, asked.words);
};

describe('the arguments', () => {
  it('give the ends alone where nothing else is said', () => {
    expect(bodyOf(...ENDS)).toEqual({ from: { ids: ['a'] }, to: { ids: ['b'] }, switches: {} });
  });
  it('take every switch by its plain name', () => {
    const flags =
      '--standing charged --uninvolved 1 --origins 2 --uncontested --datasets x,y --through Country,Case --through-generic --through-aggregate ' +
      '--groups justice --degree-limit 50 --max-hops 8 --slack 0 --order hops --most 5 --must-pass p --must-pass q --must-avoid r';
    expect(bodyOf(...ENDS, ...flags.split(' ')).switches).toEqual({
      standingAtLeast: 'charged',
      uninvolvedAtLeast: 1,
      originsAtLeast: 2,
      uncontested: true,
      datasets: ['x', 'y'],
      throughTypes: ['Country', 'Case'],
      throughGeneric: true,
      throughAggregate: true,
      groups: ['justice'],
      degreeLimit: 50,
      maxHops: 8,
      slack: 0,
      order: 'hops',
      most: 5,
      mustPass: ['p', 'q'],
      mustAvoid: ['r'],
    });
  });
  it('unite ids, a role, a type and a saved set of one side', () => {
    const { from, to } = bodyOf('--from', 'a', '--from', 'b', '--from-role', 'sponsor', '--to-type', 'Plot', '--to-set', 'mine');
    expect([from, to]).toEqual([
      { ids: ['a', 'b'], role: 'sponsor' },
      { type: 'Plot', savedSet: 'mine' },
    ]);
  });
  it('take the three dates', () => {
    expect(bodyOf(...ENDS, '--happened', '2022', '--published', '2023-01', '--recorded', '2024-01-01', '--firm-only').clocks).toEqual({
      happened: '2022',
      published: '2023-01',
      recorded: '2024-01-01',
      firmOnly: true,
    });
    expect(() => readTraceArguments([...ENDS, '--firm-only'])).toThrow(CommanderError);
  });
  it.each([
    [['--max-hops', '9'], /^--max-hops: .+; .+/],
    [['--order', 'best'], /^--order: .+; .+/],
    [['--through', 'Person'], /^--through: .+; .+/],
    [['--datasets', ','], /^--datasets: .+; .+/],
    [['--published', 'not a date at all, and long'], /^--published: .+; .+/],
    [['--from-role', 'boss'], /^--from-role: .+; .+/],
    [['--must-avoid', 'No Id'], /^--must-avoid: .+; .+/],
  ])('name the option, the reason and the remedy of %j', (wrong, said) => {
    const refusal = (): unknown => {
      try {
        return bodyOf(...ENDS, ...wrong);
      } catch (error) {
        return error;
      }
    };
    const error = refusal();
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: 'invalid', message: expect.stringMatching(said) });
  });
  it('know the option of every place in the question', () => {
    expect(flagOf('/switches/mustPass/3')).toBe('--must-pass');
    expect(flagOf('/from/ids/0')).toBe('--from');
    expect(flagOf('/to/savedSet')).toBe('--to-set');
    expect(flagOf('/elsewhere')).toBeUndefined();
  });
});

describe('the lines', () => {
  const path = (id: string): TraceAnswer['paths'][number] => ({
    id,
    entities: ['a', 'b', 'c'],
    title: `A to C by ${id}`,
    inShort: id,
    hops: [],
    weakest: { hop: 1, rank: 1, level: 'alleged' },
    fewestUninvolved: 0,
    prose: {
      sentences: [
        { hop: 0, text: 'A is charged with B.', footnotes: [1], weakest: false },
        { hop: 1, text: 'B is alleged of C.', footnotes: [1, 2], weakest: true },
      ],
      notes: [
        { n: 1, text: 'The Daily, paragraph 1.' },
        { n: 2, text: 'The Daily, paragraph 2.' },
      ],
      closing: ['The weakest hop is number 2.'],
    },
  });
  const answer: TraceAnswer = {
    paths: [path('x'), path('y')],
    commonBody: [],
    linked: true,
    answer: {
      sentences: [{ text: 'Linked.', claims: [], footnotes: [] }],
      facts: [{ of: 'court', text: 'no hop', claims: [] }],
      notes: [],
      knowledge: 'As told.',
    },
    searched: { from: [], to: [], maxHops: 6, slack: 2, entitiesSeen: 3, stated: [], stoppedAtLimit: false, more: false, hubsNotPassed: [], text: 'Searched.' },
    nodes: [],
    edges: [],
    revision: 1,
  };
  it('tell as many paths as are to be shown, and how many more there are', () => {
    const lines = traceLines(answer, 1);
    expect(lines.slice(lines.indexOf('The first 1 of 2 paths:'), -6)).toEqual([
      'The first 1 of 2 paths:',
      '1. A to C by x',
      '  A is charged with B. [1]',
      '  B is alleged of C. [1][2] (the weakest hop)',
      '  The weakest hop is number 2.',
      '    [1] The Daily, paragraph 1.',
      '    [2] The Daily, paragraph 2.',
      '',
      'And 1 more: --most 2 tells them, --json holds them.',
    ]);
    expect(traceLines(answer, 10)).toContain('2. A to C by y');
    expect(lines).toContain('  Rests on a court: no hop');
  });
  it('tell of a trace without a path what is said besides, and what would link the two', () => {
    const item = {
      id: 'c-1',
      sentence: 'A praised C',
      level: 'reported' as const,
      rank: 1,
      origins: 0,
      originsOpen: true,
      uninvolvedOrigins: 0,
      contested: true,
    };
    const lines = traceLines(
      {
        ...answer,
        paths: [],
        linked: false,
        alsoSaid: [item],
        alsoSaidLeftOut: 3,
        nearest: [{ kind: 'hops', switches: {}, entities: [], claims: [], text: 'Linked if paths of 7 hops are looked at.' }],
      },
      10,
    );
    expect(lines).toContain('  A praised C (reported; 0+? origins, 0 uninvolved; contested): c-1');
    expect(lines).toContain('  and 3 more');
    expect(lines).toContain('  Linked if paths of 7 hops are looked at.');
    expect(lines.some((line) => /paths?:$/.test(line))).toBe(false);
  });
});
