/**
 * Answers a question that asks for a list: how many claims, of how many distinct origins, and the highest standing reached; then the firmest of them, what is
 * contested, and what says that there is no link.
 */
import { byStanding } from '../figures/by-standing.ts';
import { caseOutcomesOf } from '../figures/case-steps.ts';
import { isNoLink } from '../figures/no-established-link.ts';
import type { Figures } from '../model/figures.ts';
import { SUPPORT_LEVELS } from '../model/lists.ts';
import type { Claim } from '../model/records.ts';
import { levelWord, levelWordOf } from '../telling/describe-standing.ts';
import { standsAgainst } from '../telling/narrate-against.ts';
import { counted, type NarrationContext } from '../telling/narration.ts';
import { responsesOf } from '../telling/responses.ts';
import { notEstablishedBeside } from '../telling/surroundings-of.ts';
import {
  claimInShort,
  countedOnce,
  courtFact,
  endsInShort,
  isPerhapsLater,
  maybeLater,
  noLinkFact,
  noResponseBy,
  noDispute,
  oncePerStep,
  restsOnCourt,
  shownOfClaims,
  sinceFact,
} from './answer-facts.ts';
import { AnswerBook, figured, SENTENCES_AFTER, type AnswerInWords } from './answer-in-words.ts';
import { spelled } from '../telling/describe-values.ts';

type Figured = { claim: Claim; figures: Figures };

/**
 * Deterministic.
 * @param claims ids of the claims that are counted, in any order; those that are not visible in the context are passed over
 * @param opening begins the first sentence: what was found, by which claims; a clause about their origins follows it
 * @param noneFound the first sentence where nothing was found
 */
export function answerListInWords(
  claims: Iterable<string>,
  opening: (counted: readonly string[]) => string,
  noneFound: string,
  ctx: NarrationContext,
): AnswerInWords {
  const book = new AnswerBook(ctx);
  const found = [...new Set(claims)].flatMap((id) => figured(id, ctx) ?? []).sort((a, b) => byStanding(a.figures, b.figures));
  if (found.length === 0) {
    book.say(noneFound, []);
    return { sentences: book.sentences, facts: [], notes: book.notes, knowledge: book.knowledge };
  }
  const ids = found.map(({ claim }) => claim.id);
  const own = found.map(({ claim }) => claim);
  const noLinks = new Set([
    ...own.filter(({ predicate }) => isNoLink(predicate)).map(({ id }) => id),
    ...notEstablishedBeside(own, ctx)
      .map(({ id }) => id)
      .sort(),
  ]);
  const told = toldOf(
    found,
    [...noLinks].filter((id) => figured(id, ctx)),
  );
  const among = new Set(told);
  const beyond = found.length - ids.filter((id) => among.has(id)).length;
  const clauses = [
    `${opening(ids)}, ${originWords(found)}`,
    standingWords(found, ctx),
    ...contestedWords(found),
    ...maybeLater(ids, { one: 'it', some: 'of them' }, ctx),
    ...(beyond === 0 ? [] : [`${spelled(beyond)} of the claims ${beyond === 1 ? 'is' : 'are'} counted and not told here`]),
  ];
  book.say(clauses.join('; '), ids);
  for (const id of told) book.tell(id);
  return { sentences: book.sentences, facts: factsOf(found, [...noLinks], told, ctx), notes: book.notes, knowledge: book.knowledge };
}

/** The firmest claim, what is contested and what says that there is no link have a place each before more of one kind; told firmest first, "no link" last. */
function toldOf(found: readonly Figured[], noLinks: readonly string[]): string[] {
  const denials = new Set(noLinks);
  const ranked = found.map(({ claim }) => claim.id).filter((id) => !denials.has(id));
  const contested = found.filter(({ claim, figures }) => figures.contested && !denials.has(claim.id)).map(({ claim }) => claim.id);
  const byTurn = [...ranked.slice(0, 1), ...contested.slice(0, 1), ...noLinks.slice(0, 1), ...contested, ...noLinks, ...ranked];
  const chosen = new Set([...new Set(byTurn)].slice(0, SENTENCES_AFTER));
  return [...ranked, ...noLinks].filter((id) => chosen.has(id));
}

/** Voices at the roots of the claims, each counted once. */
function originWords(found: readonly Figured[]): string {
  const roots = new Set(found.flatMap(({ figures }) => figures.originVoices)).size;
  const open = found.filter(({ figures }) => figures.originsOpen).length;
  const own = roots === 0 ? 'of no established origin' : `of ${spelled(roots)} distinct ${roots === 1 ? 'origin' : 'origins'}`;
  return open === 0 || roots === 0
    ? own
    : `${own} and, for ${open === found.length ? (open === 1 ? 'it' : 'each') : `${spelled(open)} of the claims`}, of one that is not established`;
}

/** "the highest standing reached is convicted, by two of them". Levels of one rank stand side by side. */
function standingWords(found: readonly Figured[], ctx: NarrationContext): string {
  const rank = Math.max(...found.map(({ figures }) => figures.rank));
  const [only] = found;
  if (rank < 0) {
    const ofWhat = found.length === 1 ? 'it' : 'any of them';
    const isDroppedAny = found.some(({ figures }) => figures.history.some(({ stance }) => stance === 'supports'));
    return isDroppedAny ? `nothing that supports ${ofWhat} still stands` : `nothing on record supports ${ofWhat}`;
  }
  if (only && found.length === 1) return `its standing is ${levelWordOf(only.claim.id, ctx)}`;
  const levels = SUPPORT_LEVELS.toReversed().flatMap((level) => {
    const of = found.filter(({ figures }) => figures.rank === rank && figures.level === level);
    const n = of.length;
    const later = n > 0 && of.every(({ claim }) => isPerhapsLater(claim.id, ctx)) ? ', perhaps only later' : '';
    const once = oncePerStep(
      of.map(({ claim }) => claim.id),
      ctx,
    ).length;
    return n === 0 ? [] : [`${levelWord(level)}${later}, by ${n === found.length ? 'all' : spelled(n)} of them${countedOnce(n, once)}`];
  });
  return `the highest standing reached is ${levels.join(', and ')}`;
}

function contestedWords(found: readonly Figured[]): string[] {
  const n = found.filter(({ figures }) => figures.contested).length;
  if (n === 0) return [];
  if (found.length === 1) return ['it is contested'];
  return [n === found.length ? 'all are contested' : `${spelled(n)} ${n === 1 ? 'is' : 'are'} contested`];
}

function factsOf(found: readonly Figured[], noLinks: readonly string[], told: readonly string[], ctx: NarrationContext): AnswerInWords['facts'] {
  const holding = (holds: (one: Figured) => boolean) => found.filter(holds).map(({ claim }) => claim.id);
  const court = holding(({ claim }) => restsOnCourt(claim.id, ctx));
  const uninvolved = holding(({ figures }) => figures.uninvolvedOrigins > 0);
  const contested = found.filter(({ claim, figures }) => figures.contested || caseOutcomesOf(claim, ctx).length > 0);
  const against = contested.map(
    ({ claim, figures }) => `${endsInShort(claim.id, ctx)}: ${standsAgainst(claim, figures, ctx).join('; ') || 'values that exclude each other'}`,
  );
  const accused = responsesOf(
    told.flatMap((id) => ctx.records.claims.get(id) ?? []),
    ctx,
  );
  return [
    {
      of: 'court',
      text: courtFact(court, 'claim', (id) => claimInShort(id, ctx), ctx),
      claims: court,
    },
    { of: 'uninvolved', text: uninvolved.length === 0 ? 'no claim has one' : `${uninvolved.length} of ${counted(found.length, 'claim')}`, claims: uninvolved },
    {
      of: 'against',
      text: [
        ...(against.length === 0 ? [noDispute(ctx)] : [`${counted(against.length, 'claim')}: ${shownOfClaims(against).join('; ')}`]),
        ...noResponseBy(accused, ctx),
        ...sinceFact(
          found.map(({ claim }) => claim.id),
          ctx,
        ),
      ].join('; '),
      claims: contested.map(({ claim }) => claim.id),
    },
    noLinkFact(noLinks, ctx),
  ];
}
