import { describe, expect, it } from 'vitest';
import { tracePath } from '../../../server/contract/routes/trace.ts';
import { proseText } from './prose-text.ts';

const path = tracePath.parse({
  id: 'p',
  entities: ['a', 'b'],
  title: 'Iran, through the gang',
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
