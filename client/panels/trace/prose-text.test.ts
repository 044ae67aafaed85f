import { describe, expect, it } from 'vitest';
import { answerInWords } from '../../../server/contract/answer-in-words.ts';
import { tracePath } from '../../../server/contract/routes/trace.ts';
import { answerText, numberedAfter, proseText } from './prose-text.ts';

const path = tracePath.parse({
  id: 'p',
  entities: ['a', 'b'],
  title: 'Iran, through the gang',
  inShort: 'Iran, through the gang',
  hops: [],
  weakest: { hop: 0, rank: 1, level: 'reported' },
  fewestUninvolved: 0,
  prose: {
    sentences: [{ hop: 0, text: 'Iran is alleged to have hired the gang.', footnotes: [1], weakest: true }],
    notes: [{ n: 1, text: 'The paper, paragraph 3.', claim: 'c', citation: 'x' }],
    closing: ['As told up to 2023-02; later outcomes not searched.'],
  },
});

describe('a copied path', () => {
  it('has its footnotes and closing lines in plain text', () => {
    expect(proseText(path, 'plain')).toBe(
      'Iran, through the gang\n\nIran is alleged to have hired the gang.[1]\n\n[1] The paper, paragraph 3.\n\nAs told up to 2023-02; later outcomes not searched.\n',
    );
  });
  it('has footnotes in Markdown', () => {
    expect(proseText(path, 'markdown')).toContain('gang.[^1]\n\n[^1]: The paper, paragraph 3.');
  });
});

const answer = answerInWords.parse({
  sentences: [
    { text: 'One path is told.', claims: ['c'], footnotes: [] },
    { text: 'Iran is alleged to have hired the gang.', claims: ['c'], footnotes: [1, 2] },
  ],
  facts: [{ of: 'court', text: 'no hop', claims: [] }],
  notes: [
    { n: 1, text: 'The paper, paragraph 3.', claim: 'c', citation: 'x' },
    { n: 2, text: 'The same, paragraph 4.', claim: 'c', citation: 'y' },
  ],
  knowledge: 'As told up to 2023-02; later outcomes not searched.',
});

describe('a copied answer', () => {
  it('has the question, what is said in short, its footnotes, and up to when it is told', () => {
    expect(answerText(answer, 'plain', { question: 'Is it?', facts: ['Rests on a court: no hop'] })).toBe(
      'Is it?\n\nOne path is told. Iran is alleged to have hired the gang.[1][2]\n\nRests on a court: no hop\n\n[1] The paper, paragraph 3.\n[2] The same, paragraph 4.\n\nAs told up to 2023-02; later outcomes not searched.\n',
    );
    expect(answerText(answer, 'markdown', { question: 'Is it?', facts: ['Rests on a court: no hop'] })).toContain('# Is it?\n\nOne path');
  });
  it('is followed by the path that is read, whose notes are numbered on', () => {
    const text = answerText(answer, 'plain', { facts: [], path });
    expect(text).toContain('gang.[3]\n\n[3] The paper, paragraph 3.');
    expect(text.match(/later outcomes not searched/g)).toHaveLength(1);
    const numbers = numberedAfter(path, answer).prose;
    expect(numbers.notes.map(({ n }) => n)).toEqual(numbers.sentences.flatMap(({ footnotes }) => footnotes));
  });
});
