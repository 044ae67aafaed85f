/** The answer of a trace with entities decided the same, and with what else is said of its ends. */
import { expect, it } from 'vitest';
import { z } from 'zod';
import { ROUTES } from '../../contract/routes.ts';
import { findPaths } from '../../domain/tracing/find-paths.ts';
import { rankPaths } from '../../domain/tracing/rank-paths.ts';
import { saidOfEnds, sameEnds } from '../../domain/tracing/said-of-ends.ts';
import { records } from '../../domain/testing/build-records.ts';
import { traceGraph } from '../../domain/tracing/trace-graph.ts';
import { effectiveSwitches } from '../../domain/tracing/trace-switches.ts';
import { buildViewState } from '../../graph/resident/view-state.ts';
import { traceAnswer } from './trace-view.ts';

const person = (id: string, text: string) => ({ id, names: [{ text, lang: 'en', kind: 'primary' as const }] });
const state = buildViewState(
  records({
    voices: [{ id: 'daily', name: 'The Daily' }],
    entities: [person('a', 'Ann'), person('b', 'Bea'), person('c', 'Cy'), person('contact', 'Alpha'), person('far', 'Far')],
    predicates: [
      {
        id: 'communicated-with',
        group: 'intermediation',
        symmetric: true,
        forms: { finite: 'communicated with', infinitive: 'to have communicated with', passive: 'communicated with', noun: 'communication' },
      },
      {
        id: 'no-established-link-to',
        traversed: false,
        symmetric: true,
        forms: { finite: 'has no established link to', infinitive: 'to have no established link to', passive: 'has no established link to', noun: 'no link' },
      },
    ],
    claims: [
      { id: 'k', subject: 'c', predicate: 'communicated-with', object: 'contact' },
      { id: 'none', subject: 'b', predicate: 'no-established-link-to', object: 'contact' },
    ],
    identities: [
      { a: 'a', b: 'b', decision: 'same', why: 'one passport.' },
      { a: 'b', b: 'c', decision: 'same', why: 'one photograph' },
    ],
  }),
  1,
  {},
);

async function trace(from: string[], to: string[]) {
  const switches = effectiveSwitches({}, [], []);
  const graph = traceGraph(state.records, state.figures);
  const found = findPaths(graph, from, to, switches);
  const sides = { from, to, gone: [] };
  const said = { records: state.records, figures: state.figures, within: state.within, same: graph.same };
  const answer = await traceAnswer(
    {
      ...found,
      ...rankPaths(found.paths, graph, switches, sides),
      switches,
      sides,
      completeTo: 6,
      hubs: 0,
      sameEnds: sameEnds(sides, graph.same),
      alsoSaid: saidOfEnds(said, sides, switches),
    },
    state,
  );
  const parsed = ROUTES.tracePaths.response.safeParse(answer);
  if (!parsed.success) expect.fail(z.prettifyError(parsed.error));
  return parsed.data;
}

it('shows the decisions as steps with footnotes attributed to the curator, and lists what else is said', async () => {
  const answer = await trace(['a'], ['contact']);
  expect(answer.linked).toBe(true);
  const [path] = answer.paths;
  expect(path).toMatchObject({ entities: ['a', 'c', 'contact'], same: [{ before: 0, from: { name: 'Ann' }, to: { name: 'Cy' } }] });
  expect(path?.hops).toHaveLength(1);
  expect(path?.prose.sentences).toMatchObject([
    { text: 'Ann and Cy are recorded as the same; Cy communicated with Alpha, according to The Daily.', footnotes: [1, 2, 3] },
  ]);
  expect(path?.prose.notes.slice(0, 2)).toEqual([
    { n: 1, text: 'Ann and Bea are recorded as the same by the curator: one passport.' },
    { n: 2, text: 'Bea and Cy are recorded as the same by the curator: one photograph.' },
  ]);
  expect(path?.prose.notes[2]).toMatchObject({ n: 3, claim: 'k' });
  expect(answer.nodes.map(({ id }) => id)).toEqual(expect.arrayContaining(['a', 'c', 'contact']));
  expect(answer.alsoSaid?.map(({ id }) => id)).toEqual(['none']);
});
it('tells a step at the end after the last hop', async () => {
  expect((await trace(['contact'], ['a'])).paths[0]?.prose.sentences[0]).toMatchObject({
    text: 'Alpha communicated with Cy, according to The Daily; Cy and Ann are recorded as the same.',
    footnotes: [1, 2, 3],
  });
});
it('says that two ends are recorded as the same', async () => {
  const answer = await trace(['a'], ['c']);
  const text =
    'Ann and Cy are recorded as the same. Ann and Bea are recorded as the same by the curator: one passport. Bea and Cy are recorded as the same by the curator: one photograph.';
  expect(answer).toMatchObject({ linked: false, paths: [], recordedAsSame: [{ from: { id: 'a' }, to: { id: 'c' }, text }] });
  expect(answer.searched.text).toContain(text);
  expect(answer.searched.text).not.toContain('Not linked');
});
it('says that the ends are not linked, and lists what else is said of them', async () => {
  const answer = await trace(['a'], ['far']);
  expect(answer).toMatchObject({ linked: false, recordedAsSame: [], alsoSaid: [] });
  expect(answer.searched.text).toContain('Not linked within what was searched.');
  expect((await trace(['b', 'far'], ['contact'])).alsoSaid?.map(({ id }) => id)).toEqual(['none']);
});
