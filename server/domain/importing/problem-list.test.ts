/** Of each kind of problem some are listed, and the rest is counted. */
import { describe, expect, it } from 'vitest';
import type { Problem } from '../model/errors.ts';
import { locateEach, ProblemList } from './problem-list.ts';

const LIMITS = { problemsOfAKind: 3, placesOfAProblem: 2, problemsCounted: 10 };
const listOf = (...problems: Problem[]) => {
  const list = new ProblemList(LIMITS);
  list.addAll(problems);
  return list;
};
const at = (n: number, code = 'unknown-id', message = 'no entity has the id "x"'): Problem => ({
  code,
  message,
  remedy: 'define it',
  file: 'a.json',
  pointer: `/claims/${n}`,
});

describe('a list of problems', () => {
  it('lists the same problem at a few places place by place', () => {
    expect(listOf(at(0), at(1)).list()).toEqual([at(0), at(1)]);
  });
  it('lists the same problem at many places once, with the first places and the number', () => {
    const places = [
      { file: 'a.json', pointer: '/claims/0' },
      { file: 'a.json', pointer: '/claims/1' },
    ];
    expect(listOf(at(0), at(1), at(2), at(3)).list()).toEqual([{ ...at(0), count: 4, places }]);
  });
  it('lists some problems of a kind, and counts the rest', () => {
    const list = listOf(...[0, 1, 2, 3, 4].map((n) => at(n, 'unknown-id', `no entity has the id "x${n}"`)), at(5, 'blank-text', 'the text is empty'));
    expect(list.list()).toEqual([
      ...[0, 1, 2].map((n) => at(n, 'unknown-id', `no entity has the id "x${n}"`)),
      at(5, 'blank-text', 'the text is empty'),
      {
        code: 'more-problems',
        message: '2 more problems of the kind "unknown-id" are not listed',
        remedy: 'mend those that are listed, then import again',
        count: 2,
      },
    ]);
    expect(list.total).toBe(6);
  });
  it('is full at the limit, and says that checking stopped', () => {
    const list = listOf(...Array.from({ length: 10 }, (_, n) => at(n)));
    expect(list.isFull).toBe(true);
    list.stop();
    expect(list.list().at(-1)).toMatchObject({ code: 'checking-stopped', message: expect.stringContaining('problemsCounted of 10') });
  });
  it('takes in problems that another list has listed once for many places', () => {
    const list = listOf(...listOf(at(0), at(1), at(2)).list(), at(3));
    expect(list.list()).toMatchObject([{ count: 4, places: [{ pointer: '/claims/0' }, { pointer: '/claims/1' }] }]);
    expect(list.total).toBe(4);
  });
  it('is located at each of its places', () => {
    const [found] = locateEach(listOf(at(0), at(1), at(2)).list(), (single) => single.map((problem, i) => ({ ...problem, line: i + 5 })));
    expect(found).toMatchObject({ count: 3, line: 5, places: [{ line: 5 }, { line: 6 }] });
  });
});
