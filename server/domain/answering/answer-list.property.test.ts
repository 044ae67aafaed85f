/** The answers in words to questions for claims and for roles: every figure of random records is recounted, and nothing is told as firmer than it stands. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { caseOutcomesOf, claimsOfOutcomes } from '../figures/case-steps.ts';
import { byStanding } from '../figures/by-standing.ts';
import { deriveFigures } from '../figures/derive-figures.ts';
import { rootOf } from '../figures/lineage.ts';
import { isNoLink } from '../figures/no-established-link.ts';
import { rolesOf } from '../figures/roles.ts';
import { rivalsIn } from '../model/figures.ts';
import { ROLES } from '../model/lists.ts';
import { displayName } from '../model/names.ts';
import type { Clocks } from '../model/questions.ts';
import type { Records } from '../model/records.ts';
import { narrateClaim } from '../telling/narrate-claim.ts';
import { answeredSince } from '../telling/responses.ts';
import type { NarrationContext } from '../telling/narration.ts';
import { notEstablishedBeside, notEstablishedOf } from '../telling/surroundings-of.ts';
import { arbitraryClocks, arbitraryRecords } from '../testing/arbitrary-records.ts';
import { checkProperty } from '../testing/check-property.ts';
import { answerClaimsInWords } from './answer-claims.ts';
import { SENTENCES_AFTER, type AnswerInWords } from './answer-in-words.ts';
import { spelled } from '../telling/describe-values.ts';
import { answerRolesInWords } from './answer-roles.ts';

/** Whether a passage says where it has it from. */
function isKnown(claim: string, id: string, { citations, sources }: Records): boolean {
  const citation = citations.get(claim)?.find((one) => one.id === id);
  return citation !== undefined && rootOf(citation, sources) !== undefined;
}

function contextAt(records: Records, clocks: Clocks): NarrationContext {
  const nameOf = (id: string) => {
    const entity = records.entities.get(id);
    return entity ? displayName(entity).text : id;
  };
  return { records, figures: deriveFigures(records, { clocks }), nameOf };
}

interface Drawn {
  ctx: NarrationContext;
  answer: AnswerInWords;
  /** Ids of the claims that answer, firmest first. */
  claims: string[];
  /** What the roles say, where these were asked for. */
  roles?: { entities: Set<string>; plots: Set<string>; several: string[] };
}
const random = fc.tuple(arbitraryRecords({ claims: 14, entities: 6 }), arbitraryClocks, fc.constantFrom('claims', 'contested', 'roles', ...ROLES));
function drawn([records, clocks, asked]: typeof random extends fc.Arbitrary<infer T> ? T : never): Drawn {
  const ctx = contextAt(records, clocks);
  const figured = [...ctx.figures.values()].filter(({ visible }) => visible).sort(byStanding);
  if (asked === 'claims' || asked === 'contested') {
    const claims = figured.filter(({ contested }) => asked === 'claims' || contested).map(({ claim }) => claim);
    return { ctx, claims, answer: answerClaimsInWords(claims, claims.length, ctx) };
  }
  const entries = rolesOf(records, ctx.figures).filter(({ role }) => asked === 'roles' || role === asked);
  const given = new Set(entries.map(({ claim }) => claim));
  const claims = figured.filter(({ claim }) => given.has(claim)).map(({ claim }) => claim);
  const entities = new Set(entries.map(({ entity }) => entity));
  const several = [...entities].filter((id) => new Set(entries.filter(({ entity }) => entity === id).map(({ plot }) => plot)).size > 1);
  const roles = { entities, plots: new Set(entries.map(({ plot }) => plot)), several };
  return { ctx, claims, roles, answer: answerRolesInWords(entries, claims.length, ctx) };
}
const figuresOf = ({ ctx, claims }: Drawn) => claims.flatMap((id) => ctx.figures.get(id) ?? []);
const isDenied = ({ ctx }: Drawn, id: string) => isNoLink(ctx.records.claims.get(id)?.predicate ?? '');

it('counts in its first sentence what can be recounted: claims, entities, plots, origins, the highest standing, what is contested and what is not told', () => {
  checkProperty(
    'figures of the first sentence of a list',
    fc.property(random, (one) => {
      const found = drawn(one);
      const { answer, claims, roles } = found;
      const lead = answer.sentences[0]?.text.toLowerCase() ?? '';
      if (claims.length === 0) {
        expect(lead).toMatch(/^(no claim|nobody)\b/);
        expect(answer.sentences).toHaveLength(1);
        return;
      }
      const figures = figuresOf(found);
      expect(answer.sentences[0]?.claims).toEqual(claims);
      expect(lead).toMatch(new RegExp(`\\b${spelled(claims.length)} claims?\\b`));
      const origins = new Set(figures.flatMap(({ originVoices }) => originVoices)).size;
      expect(lead).toContain(origins === 0 ? 'of no established origin' : `of ${spelled(origins)} distinct origin`);
      const most = Math.max(...figures.map(({ rank }) => rank));
      if (most < 0)
        expect(lead).toContain(
          figures.some(({ history }) => history.some(({ stance }) => stance === 'supports')) ? 'still stands' : 'nothing on record supports ',
        );
      else {
        const at = figures.filter(({ rank }) => rank === most);
        for (const level of new Set(at.map((of) => of.level))) {
          const n = at.filter((of) => of.level === level).length;
          expect(lead).toContain(claims.length === 1 ? `its standing is ${level}` : `${level}, by ${n === claims.length ? 'all' : spelled(n)} of them`);
        }
      }
      const contested = figures.filter((of) => of.contested).length;
      const said =
        claims.length === 1
          ? 'it is contested'
          : contested === claims.length
            ? 'all are contested'
            : `${spelled(contested)} ${contested === 1 ? 'is' : 'are'} contested`;
      expect(lead.includes(said)).toBe(contested > 0);
      const maybe = figures.filter((of) => of.uncertain).length;
      expect(lead.includes('undated or may be later than the view')).toBe(maybe > 0);
      if (maybe > 0) expect(lead).toContain(claims.length === 1 ? '; it is undated' : `; ${maybe === claims.length ? 'each' : spelled(maybe)} of them `);
      const told = new Set(answer.sentences.slice(1).flatMap((sentence) => sentence.claims));
      const beyond = claims.filter((id) => !told.has(id)).length;
      expect(lead.includes('counted and not told here')).toBe(beyond > 0);
      if (beyond > 0) expect(lead).toContain(`; ${spelled(beyond)} of the claims`);
      if (!roles) return;
      expect(lead.replace(/ \(\S+, counting those recorded as the same once\)/g, '')).toContain(
        `${spelled(roles.entities.size)} ${roles.entities.size === 1 ? 'entity is' : 'entities are'} said to stand`,
      );
      expect(lead).toContain(`in ${spelled(roles.plots.size)} plot`);
      if (roles.plots.size > 1 && roles.entities.size > 1) {
        expect(lead).toContain(roles.several.length === 0 ? 'none of them in more than one' : `${spelled(roles.several.length)} of them in more than one (`);
      }
    }),
    { runs: 120 },
  );
});

it('tells each claim in its own sentence, no firmer than it stands, with what is contested and what was not established among them', () => {
  checkProperty(
    'sentences of a list',
    fc.property(random, (one) => {
      const found = drawn(one);
      const { ctx, answer, claims } = found;
      const told = answer.sentences.slice(1);
      expect(told.length).toBeLessThanOrEqual(SENTENCES_AFTER);
      for (const sentence of told) {
        const [id = ''] = sentence.claims;
        const [claim, figures] = [ctx.records.claims.get(id), ctx.figures.get(id)];
        if (!claim || !figures) return expect.fail(`no claim ${id}`);
        const since = answeredSince(claim, ctx);
        expect(sentence.text).toBe(`${notEstablishedOf(claim, ctx) ?? narrateClaim(claim, figures, ctx)}.${since === undefined ? '' : ` ${since}.`}`);
      }
      const ids = told.map((sentence) => sentence.claims[0] ?? '');
      if (claims.some((id) => ctx.figures.get(id)?.contested && !isDenied(found, id))) {
        expect(ids.some((id) => ctx.figures.get(id)?.contested)).toBe(true);
      }
      const beside = notEstablishedBeside(
        claims.flatMap((id) => ctx.records.claims.get(id) ?? []),
        ctx,
      );
      expect(ids.some((id) => isDenied(found, id))).toBe(beside.length > 0 || claims.some((id) => isDenied(found, id)));
      // As many as there is room for.
      const tellable = new Set([...claims, ...beside.map(({ id }) => id)]).size;
      expect(told).toHaveLength(Math.min(SENTENCES_AFTER, tellable));
    }),
    { runs: 120 },
  );
});

it('numbers its footnotes in the order in which they are used, each from a passage of its sentence, and gives four facts that can be recounted', () => {
  checkProperty(
    'footnotes and facts of a list',
    fc.property(random, (one) => {
      const found = drawn(one);
      const { answer, claims } = found;
      const used = [...new Set(answer.sentences.flatMap(({ footnotes }) => footnotes))];
      expect(used).toEqual(answer.notes.map((_, i) => i + 1));
      for (const { claims: of, footnotes } of answer.sentences) {
        const outcomes = of.flatMap((id) => claimsOfOutcomes(found.ctx.records.claims.get(id)!, found.ctx));
        const rivals = of.flatMap((id) => rivalsIn(found.ctx.figures.get(id) ?? { contestedBy: [] }));
        for (const n of footnotes) expect([...of, ...outcomes, ...rivals]).toContain(answer.notes[n - 1]?.claim);
      }
      expect(answer.facts.map(({ of }) => of)).toEqual(claims.length === 0 ? [] : ['court', 'uninvolved', 'against', 'no-link']);
      const figures = figuresOf(found);
      const recounted = [
        figures.filter(
          ({ claim, level, history }) =>
            (level === 'found' || level === 'convicted') &&
            // A judgment of which nobody known tells is hearsay.
            history.some(
              (step) =>
                step.counts &&
                step.stance === 'supports' &&
                (step.level === 'found' || step.level === 'convicted') &&
                isKnown(claim, step.citation, found.ctx.records),
            ),
        ),
        figures.filter(({ uninvolvedOrigins }) => uninvolvedOrigins > 0),
        figures.filter(({ claim, contested }) => contested || caseOutcomesOf(found.ctx.records.claims.get(claim)!, found.ctx).length > 0),
      ].map((list) => list.map(({ claim }) => claim));
      for (const [i, fact] of answer.facts.slice(0, 3).entries()) {
        expect(fact.claims).toEqual(recounted[i]);
        if (fact.claims.length > 0) expect(fact.text).toMatch(new RegExp(`^${fact.claims.length} `));
      }
    }),
    { runs: 120 },
  );
});

it('is the same whatever the order of the records', () => {
  checkProperty(
    'a list in words is deterministic',
    fc.property(random, ([records, clocks, asked]) => {
      const reversed: Records = { ...records, claims: new Map([...records.claims].reverse()), entities: new Map([...records.entities].reverse()) };
      expect(drawn([reversed, clocks, asked]).answer).toEqual(drawn([records, clocks, asked]).answer);
    }),
    { runs: 40 },
  );
});
