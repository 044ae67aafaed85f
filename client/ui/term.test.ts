import { describe, expect, it } from 'vitest';
import { withQuotes } from './term.tsx';

describe('a text of the vocabulary', () => {
  it('quotes the words of the model that stand in marks of code, and leaves the rest', () => {
    expect(withQuotes('Did the deed, or with `attempted` tried to do it. With object `none`: none.')).toBe(
      'Did the deed, or with “attempted” tried to do it. With object “none”: none.',
    );
    expect(withQuotes('A lone ` stays.')).toBe('A lone ` stays.');
  });
});
