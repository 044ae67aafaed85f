/** An export says the ready question that its view answers, and no other. */
import { describe, expect, it } from 'vitest';
import type { ReadyQuestion } from '../../api/queries.ts';
import { questionAsked } from './question-asked.ts';

const questions: ReadyQuestion[] = [
  { id: 'q1', dataset: 'd', kind: 'trace', text: 'By what chain?', from: { ids: ['a'] }, to: { ids: ['b'] }, switches: { maxHops: 4, slack: 1 } },
  { id: 'q2', dataset: 'd', kind: 'claims', text: 'What is contested?', filter: { contested: true } },
];
const trace = { from: { ids: ['a'] }, to: { ids: ['b'] }, switches: { slack: 1, maxHops: 4 } };
const asked = (more: Partial<Parameters<typeof questionAsked>[0]>) => questionAsked({ ofTrace: true, trace, panels: [], ...more }, questions);

describe('the question that a view answers', () => {
  it('is of a trace the one with its ends and switches, in whatever order these are written', () => {
    expect(asked({})).toBe('By what chain?');
  });
  it('is none of the ready ones where an end or a switch differs', () => {
    expect(asked({ trace: { ...trace, to: { ids: ['c'] } } })).toBeUndefined();
    expect(asked({ trace: { ...trace, switches: {} } })).toBeUndefined();
  });
  it('is of what is drawn the one whose list is open', () => {
    expect(asked({ ofTrace: false })).toBeUndefined();
    expect(asked({ ofTrace: false, panels: [{ kind: 'claims', title: 'What is contested?', filter: {} }] })).toBe('What is contested?');
  });
});
