/** The ready traces of the curated cases, answered in words. */
import { describe, expect, it } from 'vitest';
import { answerInWords } from '../../contract/answer-in-words.ts';
import { residentGraph } from '../../graph/resident/resident-graph.ts';
import { buildViewState } from '../../graph/resident/view-state.ts';
import { curatedCase } from '../testing/curated-case.ts';
import { records } from '../../domain/testing/build-records.ts';
import { answerTrace } from './trace-paths.ts';

const graphOf = (name: 'iran-plots' | 'demonstration') => residentGraph(buildViewState(curatedCase(name), 1, {}));
const [iran, demonstration] = [graphOf('iran-plots'), graphOf('demonstration')];

async function asked(question: string) {
  const graph = question.startsWith('demonstration-') ? demonstration : iran;
  const found = (await graph.questions()).find(({ id }) => id === question);
  if (found?.kind !== 'trace') throw new Error(`no ready trace ${question}`);
  return answerTrace(graph, { from: found.from.ids ?? [], to: found.to.ids ?? [], gone: [] }, found.switches ?? {});
}

describe('a ready trace of the curated cases, answered in words', () => {
  it('keeps to the contract, and tells no claim that its own answer does not hold', async () => {
    for (const graph of [iran, demonstration]) {
      for (const question of await graph.questions()) {
        if (question.kind !== 'trace') continue;
        const { answer, paths, alsoSaid = [] } = await asked(question.id);
        expect(answerInWords.parse(answer)).toEqual(answer);
        const shown = new Set([...paths.flatMap(({ hops }) => hops.map(({ best }) => best)), ...alsoSaid.map(({ id }) => id)]);
        const beside = paths.flatMap(({ prose }) => prose.closing).join('\n');
        for (const { claims, text } of answer.sentences) {
          expect(claims.every((claim) => shown.has(claim)) || beside.includes(text)).toBe(true);
        }
      }
    }
  });

  it('names the hop that rests on a court', async () => {
    const { answer } = await asked('assadi-to-iran');
    expect(answer.sentences.find(({ text }) => text.includes('rests on a court: '))?.claims).toEqual(['assadi-took-part-in-plot']);
    expect(answer.facts[0]).toMatchObject({
      of: 'court',
      text: expect.stringMatching(/^1 hop: Assadollah Assadi – .*\(convicted by the Belgian court, on another path\)$/),
    });
    expect((await asked('mehdiyev-to-iran')).answer.facts[0]).toEqual({ of: 'court', text: 'no hop', claims: [] });
  });

  it('tells what investigators did not find, on top and beside the path', async () => {
    const { answer, paths } = await asked('attackers-of-zeraati-to-iran');
    const line = paths[0]?.prose.closing.find((text) => text.startsWith('Not established: '));
    expect(line).toContain('British investigators');
    expect(answer.sentences.map(({ text }) => text)).toContain(line);
    expect(answer.sentences.at(-1)?.claims).toEqual(['assailants-no-link-to-security-services']);
  });

  it('answers “not linked” with the recorded absence of a link, with his praise, and with who has not answered', async () => {
    const { answer, linked } = await asked('matar-to-irgc');
    expect(linked).toBe(false);
    const told = ['matar-no-established-link-irgc', 'irgc-emboldened-matar', 'matar-praised-irgc'];
    expect(answer.sentences.map(({ claims }) => claims)).toEqual([[], ...told.map((id) => [id]), told]);
    expect(answer.sentences.slice(1, -1).every(({ footnotes }) => footnotes.length > 0)).toBe(true);
    expect(answer.sentences.at(-1)?.text).toMatch(/^No response by the Islamic Revolutionary Guard Corps to what is told here /);
  });

  it('tells a denial with the finding that it denies', async () => {
    const { answer } = await asked('demonstration-verdan-to-tarvonia');
    expect(answer.sentences[1]?.text).toMatch(/^Its weakest hop, which rests on a court: The High Court .*; Tarvonia denies it\.$/);
    expect(answer.facts.find(({ of }) => of === 'against')?.text).toContain('Tarvonia denies it');
  });
});

describe('only a body in common', () => {
  const built = records({
    entities: { ann: 'Person', ben: 'Person', corps: 'Agency' },
    predicates: [{ id: 'part-of', group: 'structure', within: true }],
    claims: [
      { id: 'a', subject: 'ann', predicate: 'part-of', object: 'corps' },
      { id: 'b', subject: 'ben', predicate: 'part-of', object: 'corps' },
    ],
  });
  const graph = residentGraph(buildViewState(built, 1, {}));
  const sides = { from: ['ann'], to: ['ben'], gone: [] };

  it('is told of ends that no path joins', async () => {
    const { commonBody, answer } = await answerTrace(graph, sides, {});
    expect(commonBody.map(({ entities }) => entities)).toEqual([['ann', 'corps', 'ben']]);
    expect(answer.sentences[1]?.text).toBe('Ann and ben have only a body in common: corps.');
  });
  it('is not told where longer paths were not searched, as one of them may join the ends', async () => {
    const cut = { ...graph, hops: async (question: Parameters<typeof graph.hops>[0]) => ({ ...(await graph.hops(question)), completeTo: 2 }) };
    const { commonBody, answer } = await answerTrace(cut, sides, {});
    expect(commonBody).toEqual([]);
    expect(answer.sentences.map(({ text }) => text).join(' ')).not.toContain('in common');
  });
});

it('a title has nobody admit more than he admitted', async () => {
  const clocks = { happened: '2023-12' };
  const graph = residentGraph(buildViewState(curatedCase('demonstration'), 1, clocks), clocks);
  const { paths } = await answerTrace(graph, { from: ['jonas-verdan'], to: ['tarvonia'], gone: [] }, {});
  expect(paths.length).toBeGreaterThan(3);
  for (const { title } of paths)
    expect(title).toMatch(/^Jonáš Verdan \(perpetrator(?: in the fire in Lantern Street)?, admitted having secretly watched Radio Lantern\) to /);
});
