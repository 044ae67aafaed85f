/** The ready questions of the curated cases that ask for claims or roles, answered in words. */
import { describe, expect, it } from 'vitest';
import { answerInWords } from '../../contract/answer-in-words.ts';
import { API_LIMITS } from '../../contract/parts.ts';
import { records } from '../../domain/testing/build-records.ts';
import { answerTrace } from '../tracing/trace-paths.ts';
import { residentGraph } from '../../graph/resident/resident-graph.ts';
import { buildViewState } from '../../graph/resident/view-state.ts';
import { curatedCase } from '../testing/curated-case.ts';
import { claimsInWords } from './list-claims.ts';
import { rolesInWords } from './list-roles.ts';

async function asked(id: string) {
  const built = curatedCase(id.startsWith('demonstration-') ? 'demonstration' : 'iran-plots');
  const question = built.questions.get(id);
  const graph = residentGraph(buildViewState(built, 1, question?.clocks ?? {}));
  if (question?.kind === 'claims') return claimsInWords(graph, question.filter);
  if (question?.kind === 'roles') return rolesInWords(graph, await graph.roles(question));
  throw new Error(`no ready list ${id}`);
}
const texts = async (id: string) => (await asked(id)).sentences.map(({ text }) => text);

describe('a ready question for claims or roles, answered in words', () => {
  it('keeps to the contract, with four facts and a note for each number', async () => {
    for (const name of ['iran-plots', 'demonstration'] as const) {
      for (const { id, kind } of curatedCase(name).questions.values()) {
        if (kind === 'trace') continue;
        const answer = await asked(id);
        expect(answerInWords.parse(answer)).toEqual(answer);
        expect(answer.facts).toHaveLength(4);
        expect(new Set(answer.sentences.flatMap(({ footnotes }) => footnotes))).toEqual(new Set(answer.notes.map(({ n }) => n)));
      }
    }
  });
  it('says whether anybody is an intermediary in two plots', async () => {
    expect((await texts('intermediaries'))[0]).toContain('in two plots, as intermediary, none of them in more than one, by two claims');
  });
  it('tells what investigators did not find beside what it contradicts', async () => {
    for (const id of ['sponsorship-from-parties-only', 'who-in-which-plot']) {
      expect((await texts(id)).at(-1)).toMatch(/^Not established: a link between the attackers of Zeraati .* British investigators/);
    }
  });
  it('tells a denial with the finding that it denies, and an acquittal with the charge', async () => {
    const told = (await texts('demonstration-roles')).join('\n');
    expect(told).toContain('Tarvonia denies it.');
    expect(told).toContain('Anton Grell (the customs clerk) was acquitted of it by the High Court of Halvern');
  });
  it('says of retracted claims that nothing supports them any more', async () => {
    expect((await texts('demonstration-disputed-only'))[0]).toBe(
      'Two claims match, of no established origin; nothing that supports any of them still stands; all are contested.',
    );
  });
});

describe('a question of one dataset', () => {
  it('says so, each that asks for claims or roles', () => {
    const silent = (['iran-plots', 'demonstration'] as const).flatMap((name) =>
      [...curatedCase(name).questions.values()]
        .filter((question) => question.kind !== 'trace')
        .filter((question) => String(question.kind === 'claims' ? question.filter.datasets : question.datasets) !== name),
    );
    expect(silent).toEqual([]);
  });
  it('has roles and hops that its own claims give, and none that another dataset gives', async () => {
    const two = records({
      entities: { plot: 'Plot' },
      predicates: [{ id: 'took-part-in', group: 'execution', accuses: ['subject'], roles: { subject: 'perpetrator' } }],
      claims: [
        { id: 'own', dataset: 'constructor', subject: 'ann', predicate: 'took-part-in', object: 'plot', citations: [{}] },
        { id: 'other', dataset: 'elsewhere', subject: 'ben', predicate: 'took-part-in', object: 'plot', citations: [{}] },
      ],
    });
    for (const [id, citations] of two.citations)
      two.citations.set(
        id,
        citations.map((one) => ({ ...one, dataset: two.claims.get(id)?.dataset ?? '' })),
      );
    const of = residentGraph(buildViewState(two, 1, {}));
    const entities = async (datasets?: string[]) => (await of.roles({ datasets })).entries.map(({ entity }) => entity);
    expect(await entities(['constructor'])).toEqual(['ann']);
    expect(await entities(['elsewhere', 'constructor'])).toEqual(['ann', 'ben']);
    expect(await entities(['nowhere'])).toEqual([]);
    expect(await entities()).toEqual(['ann', 'ben']);
    const traced = (datasets?: string[]) => answerTrace(of, { from: ['ann'], to: ['ben'], gone: [] }, datasets ? { datasets } : {});
    expect((await traced()).linked).toBe(true);
    expect((await traced(['constructor', 'elsewhere'])).answer.sentences[0]?.text).toMatch(
      /^One path is told from ann to ben by claims of the datasets “constructor” and “elsewhere” alone, /,
    );
    const { answer, linked, searched } = await traced(['elsewhere']);
    expect(linked).toBe(false);
    expect(answer.sentences[0]?.text).toBe('No path of up to six hops was found from ann to ben by claims of the dataset “elsewhere” alone.');
    expect(searched.text).toContain('Only claims of the dataset “elsewhere” count as hops.');
    expect((await rolesInWords(of, await of.roles({ datasets: ['elsewhere'] }))).sentences[0]?.text).toMatch(/^One entity is said to stand in one plot/);
  });
});

describe('a list', () => {
  const many = API_LIMITS.listResults + 1;
  const built = records({
    entities: { plot: 'Plot', ...Object.fromEntries(Array.from({ length: many }, (_, i) => [`p${i}`, 'Person' as const])) },
    predicates: [{ id: 'took-part-in', group: 'execution', accuses: ['subject'], roles: { subject: 'perpetrator' } }],
    claims: Array.from({ length: many }, (_, i) => ({ id: `c${i}`, subject: `p${i}`, predicate: 'took-part-in', object: 'plot', citations: [{}] })),
  });
  const graph = residentGraph(buildViewState(built, 1, {}));

  it('of more than it may hold is counted over those that stand highest, and says so', async () => {
    const [ofClaims, ofRoles] = [await claimsInWords(graph, {}), await rolesInWords(graph, await graph.roles({}))];
    expect(ofClaims.sentences[0]?.text).toMatch(
      /^501 claims match, of which the 500 that stand highest are counted here, of one distinct origin; .*; 496 of the claims are counted and not told here\.$/,
    );
    expect(ofRoles.sentences[0]?.text).toMatch(
      /^500 entities are said to stand in one plot, as perpetrator, by the 500 claims that stand highest of 501, of one distinct origin; /,
    );
  });
  it('of nothing is answered in one sentence, without facts', async () => {
    const [ofClaims, ofRoles] = [await claimsInWords(graph, { contested: true }), await rolesInWords(graph, await graph.roles({ roles: ['judge'] }))];
    expect(ofClaims).toMatchObject({ sentences: [{ text: 'No claim on record in these sources matches.', claims: [] }], facts: [], notes: [] });
    expect(ofRoles).toMatchObject({
      sentences: [{ text: 'Nobody is said to stand in such a role in a plot, by what is on record in these sources.' }],
      facts: [],
    });
  });
});
