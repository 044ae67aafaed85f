/** Traces from one set of entities to another, as an assistant may see it: paths that pass the publication gate whole, or that the two are not linked, as far as that may be told. */
import { z } from 'zod';
import { entityType, role, traceSwitches } from '../contract/records.ts';
import { AppError } from '../domain/model/errors.ts';
import { answerTraceInWords, type TracedWords } from '../domain/answering/answer-trace.ts';
import { narratePath, pathTitle } from '../domain/telling/narrate-path.ts';
import type { Database } from '../store/connect.ts';
import { notLinkedOf, onRecordInPiece } from '../usecases/publishing/prepare-piece.ts';
import { pathsOfPiece } from '../usecases/publishing/paths-of-piece.ts';
import type { CallOptions } from '../usecases/route-types.ts';
import { tracePaths } from '../usecases/tracing/trace-paths.ts';
import { FootnoteBook } from './footnote-book.ts';
import { gatedPiece, type GatedPiece } from './gated-piece.ts';
import { meantIds } from './meant-ids.ts';
import { toldClaim, toldLines } from './told-claim.ts';
import { dates, defineTool, fromRecords, withMarks, note, noteLines, tailLines, told, words } from './tool.ts';

const MOST_PATHS = 20;
const switches = traceSwitches
  .omit({ mustPass: true, mustAvoid: true })
  .extend({ most: z.int().min(1).max(MOST_PATHS).default(5), mustPass: words.max(8).optional(), mustAvoid: words.optional() })
  .default({ most: 5 })
  .describe('What a path may pass and what its hops must be. Each is stated in the answer.');
const OUTCOMES = ['linked', 'not-linked', 'left-out'] as const;

export const traceTool = defineTool({
  name: 'trace',
  title: 'How one is linked to another',
  description:
    'The best paths from one set of entities to another, ranked by their weakest hop. Each hop is a claim told as a hedged sentence with footnotes, its standing, whose word it is, its origins and stakes. "not-linked" says what was searched, and is no denial; "left-out" says that something was found which the publication gate does not let out. A path is no stronger than its weakest hop, and what follows is not because of what came before.',
  input: z.strictObject({
    from: words.optional().describe('Where paths begin: ids or whole names.'),
    fromRole: role.optional().describe('Or whoever has this role in a plot.'),
    fromType: entityType.optional().describe('Or entities of this type.'),
    to: words.optional().describe('Where paths end.'),
    toRole: role.optional(),
    toType: entityType.optional(),
    switches,
    clocks: dates,
  }),
  output: {
    outcome: z.enum(OUTCOMES),
    answer: z.array(z.object({ text: z.string(), footnotes: z.array(z.int()) })),
    paths: z.array(
      z.object({
        title: z.string(),
        entities: z.array(z.object({ id: z.string(), name: z.string() })),
        hops: z.array(told.extend({ weakest: z.boolean() })),
        closing: z.array(z.string()),
      }),
    ),
    notes: z.array(note),
    searched: z.string(),
    pathsLeftOut: z.array(z.string()),
  },
  async answer(db, { clocks, switches: given, ...ends }, o) {
    const side = async (name: 'from' | 'to') => {
      const [named, of, type] = name === 'from' ? [ends.from, ends.fromRole, ends.fromType] : [ends.to, ends.toRole, ends.toType];
      const ids = named && (await meantIds(db, named, `/${name}`, clocks, o));
      if (!ids && !of && !type) throw noEnd(name);
      return { ...(ids && { ids }), ...(of && { role: of }), ...(type && { type }) };
    };
    const trace = {
      from: await side('from'),
      to: await side('to'),
      switches: {
        ...given,
        mustPass: given.mustPass && (await meantIds(db, given.mustPass, '/switches/mustPass', clocks, o)),
        mustAvoid: given.mustAvoid && (await meantIds(db, given.mustAvoid, '/switches/mustAvoid', clocks, o)),
      },
    };
    return toldTrace(db, { trace, clocks }, o);
  },
  lines: ({ outcome, answer, paths, notes, searched, pathsLeftOut, ...tail }) => [
    OUTCOME_WORDS[outcome],
    ...answer.map(({ text, footnotes }) => fromRecords(withMarks(text, footnotes))),
    ...paths.flatMap(({ title, hops, closing }, i) => [
      `Path ${i + 1} of ${paths.length}:`,
      fromRecords(title),
      ...hops.flatMap((hop) => toldLines(hop, hop.weakest)),
      ...closing.map(fromRecords),
    ]),
    ...noteLines(notes),
    ...(searched === '' ? [] : ['What was searched:', fromRecords(searched)]),
    ...(pathsLeftOut.length === 0 ? [] : ['Paths left out at the publication gate:', ...pathsLeftOut.map(fromRecords)]),
    ...tailLines(tail),
  ],
});

const OUTCOME_WORDS: Readonly<Record<(typeof OUTCOMES)[number], string>> = {
  linked: 'Linked, by what the claims below say:',
  'not-linked': 'Not linked within what was searched. That is no denial of a link:',
  'left-out': 'Whether the two are linked cannot be told here: what was found is left out at the publication gate.',
};
type Trace = NonNullable<Parameters<typeof gatedPiece>[1]['trace']>;
type Clocks = Parameters<typeof gatedPiece>[1]['clocks'];
/** Times that a trace is asked again where somebody wrote between its search and its gate. */
const TRIES = 3;

async function toldTrace(db: Database, asked: { trace: Trace; clocks: Clocks }, o: CallOptions) {
  for (let tries = 1; ; tries += 1) {
    const { paths, searched, revision } = await tracePaths(db, { body: { ...asked.trace, clocks: asked.clocks } }, o);
    const chosen = paths.map(({ entities, hops }) => ({ entities, claims: hops.map(({ best }) => best) }));
    const gated = await gatedPiece(db, chosen.length > 0 ? { paths: chosen, clocks: asked.clocks } : asked, o);
    if (gated.ctx.revision === revision) return chosen.length > 0 ? linked(gated, searched) : notLinked(gated);
    if (tries === TRIES) throw new AppError('conflict', 'The case changed while this was worked out.', { remedy: 'ask the same again' });
  }
}

function linked(gated: GatedPiece, searched: { text: string; stoppedAtLimit: boolean; more: boolean; maxHops: number }) {
  const { ctx, piece, prepared, claims, tail } = gated;
  const { told: paths, leftOut } = pathsOfPiece(ctx, prepared.paths, claims);
  const book = new FootnoteBook(ctx);
  const ends = (at: number) => [...new Set(paths.flatMap(({ entities }) => entities.at(at) ?? []))];
  const mayBeTold = new Set([...piece.claims, ...prepared.gate.printed.notEstablished.map(({ claim }) => claim)]);
  const words: TracedWords = {
    sides: { from: ends(0), to: ends(-1) },
    paths,
    alsoSaid: [],
    maxHops: searched.maxHops,
    stoppedAtLimit: searched.stoppedAtLimit,
    more: searched.more || leftOut.length > 0,
    mayTell: (id) => mayBeTold.has(id),
    hopsToldBelow: true,
  };
  const onRecord = onRecordInPiece(prepared);
  const isTold = paths.length > 0;
  return {
    outcome: isTold ? ('linked' as const) : ('left-out' as const),
    answer: isTold ? answered(words, gated, book) : [],
    paths: paths.map((path) => {
      const prose = narratePath(path, ctx);
      return {
        title: pathTitle(path, ctx, {}, onRecord),
        entities: path.entities.map((id) => ({ id, name: ctx.nameOf(id) })),
        hops: prose.sentences.flatMap(({ hop, text, footnotes, weakest }) =>
          toldClaim(path.hops[hop]?.best ?? '', gated, book, { text, footnotes, notes: prose.notes }).map((claim) => ({ ...claim, weakest })),
        ),
        closing: prose.closing,
      };
    }),
    notes: book.notes,
    searched: isTold ? searched.text : '',
    pathsLeftOut: leftOut,
    ...tail,
  };
}

function notLinked(gated: GatedPiece) {
  const { prepared, tail } = gated;
  const found = notLinkedOf(prepared);
  const book = new FootnoteBook(gated.ctx);
  return {
    outcome: found ? ('not-linked' as const) : ('left-out' as const),
    answer: found ? answered({ ...found, paths: [] }, gated, book) : [],
    paths: [],
    notes: book.notes,
    searched: found?.searched ?? '',
    pathsLeftOut: [],
    ...tail,
  };
}

function answered(words: TracedWords, { ctx }: GatedPiece, book: FootnoteBook) {
  const { sentences, notes } = answerTraceInWords(words, ctx);
  return sentences.map(({ text, footnotes }) => ({ text, footnotes: book.renumbered(notes, footnotes) }));
}

function noEnd(name: 'from' | 'to'): AppError {
  const problem = {
    code: 'missing-field',
    message: `nothing says where paths ${name === 'from' ? 'begin' : 'end'}`,
    remedy: `give "${name}" with ids or names, "${name}Role" or "${name}Type"`,
    pointer: `/${name}`,
  };
  return new AppError('invalid', 'A trace needs two ends.', { problems: [problem] });
}
