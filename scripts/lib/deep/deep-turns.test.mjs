import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { deepLayers } from './deep-runs.mjs';
import { turnOf, TURNS, turnsOf } from './deep-turns.mjs';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const namesOf = (args) => deepLayers(ROOT, () => {}, args).map(({ name }) => name);

it('every deep run has one of the turns, and without a turn all of them run', () => {
  const inTurn = ['00000000', '00000001', '00000002', '00000003', '00000004'].map((commit) => namesOf(['--turn', commit]));
  expect(inTurn).toHaveLength(TURNS);
  expect(inTurn.flat().sort()).toEqual(namesOf([]).sort());
});

it('what is not run for want of a turn is said', () => {
  const said = [];
  const names = deepLayers(ROOT, (line) => said.push(line), ['--turn', 'ffffffffaa']).map(({ name }) => name);
  const others = namesOf([]).filter((name) => !names.includes(name));
  for (const name of others) expect(said.join('\n')).toContain(name.replace('deep ', ''));
});

it('no turn is much longer than another, whatever runs there are', () => {
  expect(turnsOf(['workbench', 'by-forms', 'contract', 'sequences', 'a', 'b', 'c', 'd']).map((names) => names.length)).toEqual([1, 1, 1, 1, 4]);
});

it('the id of a commit is needed', () => {
  expect(turnOf('0000000f00ff')).toBe(0);
  expect(() => turnOf('main')).toThrow('--turn takes the id of a commit, not "main"');
});
