// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { answerInWords } from '../../../server/contract/answer-in-words.ts';
import { rendered } from '../../testing/render.ts';
import { Answer } from './answer.tsx';
import { questionOfTrace } from './question-of-trace.ts';

const answer = answerInWords.parse({
  sentences: [
    { text: 'One path is told from Ann to Iran, directly (its only hop: alleged); no hop of it rests on a court.', claims: ['c'], footnotes: [] },
    { text: 'Ann is alleged to work for Iran.', claims: ['c'], footnotes: [1] },
  ],
  facts: [
    { of: 'court', text: 'no hop', claims: [] },
    { of: 'no-link', text: 'nobody in these sources', claims: [] },
  ],
  notes: [{ n: 1, text: 'The curator decided so.' }],
  knowledge: 'As told up to 2023-02; later outcomes not searched.',
});

it('shows the question, the sentences with their notes, what is said in short, and up to when it is told', () => {
  const page = rendered(<Answer answer={answer} question="Is Ann tied to Iran?" />);
  for (const { text } of answer.sentences) expect(page.text()).toContain(text);
  for (const text of ['Is Ann tied to Iran?', 'Rests on a court', 'no hop', 'No link, says', 'nobody in these sources', answer.knowledge]) {
    expect(page.text()).toContain(text);
  }
  expect(page.find('.fn')?.getAttribute('title')).toBe('The curator decided so.');
  page.end();
});

it('finds the ready question that a trace asks, whatever the order of its parts, and none after a change', () => {
  const question = { id: 'q', dataset: 'd', kind: 'trace' as const, text: 'Is it?', from: { ids: ['a'] }, to: { ids: ['b'], role: 'sponsor' as const } };
  const trace = { to: { role: 'sponsor' as const, ids: ['b'] }, from: { ids: ['a'] }, switches: {} };
  expect(questionOfTrace([question], trace)).toBe('Is it?');
  expect(questionOfTrace([question], { ...trace, switches: { maxHops: 2 } })).toBeUndefined();
  expect(questionOfTrace([question], { switches: {} })).toBeUndefined();
});
