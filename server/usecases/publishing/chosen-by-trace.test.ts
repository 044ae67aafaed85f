/** The export of a trace: its paths, or that there is none, told from what the gate left. */
import { describe, expect, it } from 'vitest';
import { answerTraceInWords } from '../../domain/answering/answer-trace.ts';
import { records } from '../../domain/testing/build-records.ts';
import { residentGraph } from '../../graph/resident/resident-graph.ts';
import { buildViewState } from '../../graph/resident/view-state.ts';
import type { Refusal } from '../../domain/publishing/refusal.ts';
import { whatIsLeft } from './what-is-left.ts';
import { chosenByTrace, notLinkedIn } from './chosen-by-trace.ts';

const state = buildViewState(
  records({
    entities: { ann: 'Person', ben: 'Person', constructor: 'Person', corps: 'Agency' } as never,
    predicates: [
      { id: 'met', group: 'intermediation' },
      { id: 'praised', group: 'statement' },
      { id: 'no-established-link-to', group: 'association', traversed: false },
    ],
    claims: [
      { id: 'meeting', subject: 'ann', predicate: 'met', object: 'ben', citations: [{}] },
      { id: 'praise', subject: 'constructor', predicate: 'praised', object: 'corps', citations: [{}] },
      { id: 'denial', subject: 'constructor', predicate: 'no-established-link-to', object: 'corps', citations: [{}] },
    ],
  }),
  1,
  {},
);
const source = { graph: residentGraph(state), savedSet: async () => undefined };
const chosen = (from: string, to: string) => chosenByTrace(source, { from: { ids: [from] }, to: { ids: [to] }, switches: {} });

describe('an export of a trace takes out', () => {
  it('its paths with their claims, where there are any', async () => {
    const paths = [{ entities: ['ann', 'ben'], claims: ['meeting'] }];
    expect(await chosen('ann', 'ben')).toEqual({ entities: [], claims: [], paths, found: paths });
  });
  it('else the two ends and what the records say of them', async () => {
    const { entities, claims, paths, notLinked } = await chosen('constructor', 'corps');
    expect({ entities, claims, paths }).toEqual({ entities: ['constructor', 'corps'], claims: ['denial', 'praise'], paths: [] });
    const told = notLinked && notLinkedIn(notLinked, { entities, claims: claims ?? [] }, state);
    expect(told).toMatchObject({ alsoSaid: ['denial', 'praise'], leftOut: undefined, maxHops: 6 });
    expect(told?.searched).toMatch(/^Searched paths from constructor to corps of up to 6 hops; .*Not linked within what was searched\.$/);
  });
});

describe('that the two sides are not linked', () => {
  const texts = async (entities: string[], claims: string[]) => {
    const { notLinked } = await chosen('constructor', 'corps');
    const told = notLinked && notLinkedIn(notLinked, { entities, claims }, state);
    return told && answerTraceInWords({ ...told, paths: [] }, state).sentences.map(({ text }) => text);
  };
  it('is told with what the gate left, and that there was more', async () => {
    expect(await texts(['constructor', 'corps'], ['denial'])).toEqual([
      'No path of up to six hops was found from constructor to corps.',
      expect.stringMatching(/^Not established: /),
    ]);
    expect(await texts(['constructor', 'corps'], [])).toEqual([
      'No path of up to six hops was found from constructor to corps.',
      'What else is on record of the two sides is left out here.',
    ]);
  });
  it('is not told of an end that the gate left out', async () => {
    expect(await texts(['corps'], ['denial'])).toBeUndefined();
  });
  it('would be left without what is refused as long as both ends are, and nothing is said of that where a path was found', async () => {
    const left = async (from: string, to: string, ...refused: Pick<Refusal, 'kind' | 'id'>[]) => {
      const { entities, claims = [], paths, notLinked } = await chosen(from, to);
      const words = { label: '', why: 'at-risk', reason: '', remedy: '', leftOut: '' } as const;
      return await whatIsLeft(
        { ctx: state, entities: [...entities], claims: [...claims], notLinked },
        paths.map((path) => ({ entities: [...path.entities], claims: [...path.claims] })),
        refused.map((one) => ({ ...words, ...one })),
      );
    };
    expect(await left('constructor', 'corps')).toEqual({ entities: 2, claims: 2, paths: 0, notLinked: true });
    const claims = ['praise', 'denial'].map((id) => ({ kind: 'claim' as const, id }));
    expect(await left('constructor', 'corps', ...claims)).toEqual({ entities: 2, claims: 0, paths: 0, notLinked: true });
    expect(await left('constructor', 'corps', { kind: 'entity', id: 'constructor' })).toEqual({ entities: 1, claims: 0, paths: 0, notLinked: false });
    expect(await left('ann', 'ben')).not.toHaveProperty('notLinked');
  });
});
