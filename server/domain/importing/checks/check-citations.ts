/** Checks citations: what a passage may say of standing, origin and date (model.md, "Standing" and "Origins"). */
import { canonicalJson } from '../../model/canonical-json.ts';
import type { CheckContext } from './check-context.ts';
import type { Placed } from '../import-batch.ts';
import { DISPUTE_LEVELS, LEVELS_WITHOUT_BY, LEVELS_WITH_CASE, PLAIN_LEVELS, SUPPORT_LEVELS, type Level } from '../../model/lists.ts';
import type { Citation } from '../../model/records.ts';

export function checkCitations(context: CheckContext): void {
  const accusatory = accusatoryClaims(context);
  const seen = new Map<string, Placed<Citation>>();
  for (const placed of context.batch.citations) {
    const earlier = seen.get(placed.record.id);
    if (earlier)
      context.tell(
        placed,
        '',
        'duplicate-citation',
        `this passage is cited twice for the claim ${JSON.stringify(placed.record.claim)}, first in ${earlier.file} at ${earlier.pointer}`,
        canonicalJson(earlier.record.happened ?? null) === canonicalJson(placed.record.happened ?? null)
          ? 'keep one of the two'
          : 'keep one of the two, with both dates as alternatives: "happened": [{ … }, { … }]',
      );
    else seen.set(placed.record.id, placed);
    checkReferences(placed, context);
    checkCitationUse(placed, accusatory.get(`${placed.record.dataset} ${placed.record.claim}`), context);
    checkImportOnly(placed, context);
  }
}

/**
 * Checks one citation against the records it uses: its claim's predicate, its case, its source.
 * @param accusatory whether the predicate accuses; undefined where the predicate is not known
 */
export function checkCitationUse(placed: Placed<Citation>, accusatory: boolean | undefined, context: CheckContext): void {
  checkStanding(placed, accusatory, context);
  checkOrigin(placed, context);
}

/** Whether a claim is accusatory, by dataset and claim id. Claims whose predicate is not known are left out; that problem is reported elsewhere. */
function accusatoryClaims({ batch, predicate }: CheckContext): Map<string, boolean> {
  const found = new Map<string, boolean>();
  for (const { record } of batch.claims) {
    const used = predicate(record.predicate);
    if (used) found.set(`${record.dataset} ${record.id}`, used.accuses.length > 0);
  }
  return found;
}

function checkReferences(placed: Placed<Citation>, { refer, date, tell }: CheckContext): void {
  const { source, locator, mark, origin, through, statedBy, standing, happened } = placed.record;
  if (mark && !(locator && 'paragraph' in locator))
    tell(
      placed,
      '/mark',
      'mark-without-paragraph',
      'a mark is a part of a paragraph, and this citation gives no paragraph',
      'write "locator": { "paragraph": … }, or take "mark" out',
    );
  refer(placed, '/source', 'source', source);
  if (origin !== undefined) refer(placed, '/origin', 'source', origin);
  through.forEach((id, i) => refer(placed, `/through/${i}`, 'source', id));
  if (statedBy !== undefined) refer(placed, '/statedBy', 'entity', statedBy);
  if (standing.by !== undefined) refer(placed, '/standing/by', 'entity', standing.by);
  date(placed, '/standing/on/edtf', standing.on?.edtf);
  if (Array.isArray(happened)) happened.forEach(({ edtf }, i) => date(placed, `/happened/${i}/edtf`, edtf));
  else date(placed, '/happened/edtf', happened?.edtf);
}

function checkStanding(placed: Placed<Citation>, accusatory: boolean | undefined, { refer, entity, tell }: CheckContext): void {
  const { stance, standing } = placed.record;
  const { level, by } = standing;
  const disputing = (DISPUTE_LEVELS as readonly Level[]).includes(level);
  if (disputing !== (stance === 'disputes')) {
    const allowed = stance === 'disputes' ? DISPUTE_LEVELS : SUPPORT_LEVELS;
    tell(
      placed,
      '/standing/level',
      'level-of-other-stance',
      `a citation that ${stance} cannot be ${JSON.stringify(level)}`,
      disputing ? 'write "stance": "disputes"' : `a disputing citation is ${allowed.join(', ')}`,
    );
  } else if (!disputing && accusatory !== undefined) {
    const plain = (PLAIN_LEVELS as readonly Level[]).includes(level);
    if (accusatory && level === 'confirmed')
      tell(
        placed,
        '/standing/level',
        'level-not-for-claim',
        'a claim that accuses somebody is not "confirmed"',
        'use admitted, found or convicted, or a predicate that accuses nobody',
      );
    if (!accusatory && !plain)
      tell(
        placed,
        '/standing/level',
        'level-not-for-claim',
        `a claim that accuses nobody cannot be ${JSON.stringify(level)}`,
        `use ${PLAIN_LEVELS.join(', ')}, or a predicate that accuses`,
      );
  }
  const needsBy = !LEVELS_WITHOUT_BY.includes(level);
  if (needsBy && by === undefined)
    tell(
      placed,
      '/standing',
      'by-missing',
      `${JSON.stringify(level)} needs "by": who said or did it`,
      'name the entity; where no accuser is named the level is "reported"',
    );
  if (!needsBy && by !== undefined)
    tell(
      placed,
      '/standing/by',
      'by-not-allowed',
      `${JSON.stringify(level)} names no "by"`,
      'take it out, or use "alleged" for what somebody named alleges; who is quoted is "statedBy"',
    );
  const needsCase = LEVELS_WITH_CASE.includes(level);
  if (needsCase && standing.case === undefined)
    tell(
      placed,
      '/standing',
      'case-missing',
      `${JSON.stringify(level)} needs "case": the proceeding`,
      'name the Case; one not told of is an unnamed Case of its own',
    );
  if (standing.case === undefined) return;
  if (!needsCase) tell(placed, '/standing/case', 'case-not-allowed', `${JSON.stringify(level)} names no case`, `only ${LEVELS_WITH_CASE.join(', ')} do`);
  if (!refer(placed, '/standing/case', 'entity', standing.case)) return;
  const type = entity(standing.case)?.type;
  if (type !== undefined && type !== 'Case')
    tell(placed, '/standing/case', 'case-type', `${JSON.stringify(standing.case)} is a ${type} and no Case`, 'name the Case');
}

function checkOrigin(placed: Placed<Citation>, { source, tell }: CheckContext): void {
  const { origin, originBasis, through, witnessed, importOnly } = placed.record;
  if (witnessed && (importOnly || (originBasis !== 'own-voice' && originBasis !== 'carried')))
    tell(
      placed,
      '/witnessed',
      'witnessed-without-own-voice',
      'only what a text says in its own voice, or in that of the text it carries, is witnessed by its writer',
      'take "witnessed" out, or the origin',
    );
  if (importOnly) return;
  const named = originBasis === 'stated' || originBasis === 'inferred';
  if (origin !== undefined && !named)
    tell(
      placed,
      '/originBasis',
      'origin-with-other-basis',
      `a citation with an origin cannot have the originBasis ${JSON.stringify(originBasis)}`,
      '"stated" where the passage names the origin, "inferred" where the text around it does',
    );
  if (origin === undefined && named)
    tell(
      placed,
      '/originBasis',
      'origin-missing',
      `the originBasis ${JSON.stringify(originBasis)} needs an origin`,
      'name the source it is taken from, or use own-voice, carried or not-established',
    );
  if (origin !== undefined && origin === placed.record.source)
    tell(
      placed,
      '/origin',
      'origin-of-itself',
      `the text read, ${JSON.stringify(origin)}, cannot be an origin of itself`,
      'take the origin out and write "originBasis": "own-voice"; of what its writer saw himself also "witnessed": true',
    );
  through.forEach((id, i) => {
    if (id === placed.record.source || id === origin)
      tell(placed, `/through/${i}`, 'through-itself', `${JSON.stringify(id)} cannot stand between itself and the origin`, 'take it out of "through"');
  });
  const read = source(placed.record.source);
  if (originBasis === 'carried' && read && !read.textOf)
    tell(
      placed,
      '/originBasis',
      'carried-without-text-of',
      `${JSON.stringify(read.id)} carries nobody's text`,
      'give the source its "textOf", or use own-voice',
    );
  if (through.length > 0 && origin === undefined && originBasis !== 'not-established')
    tell(
      placed,
      '/through',
      'through-without-origin',
      '"through" stands between the source read and an origin, and none is given',
      'name the origin, or take "through" out',
    );
}

/** A fallback citation of a converted record cites nothing itself (model.md, "Standing", rank 0). */
function checkImportOnly(placed: Placed<Citation>, { tell }: CheckContext): void {
  const { importOnly, standing, origin, through } = placed.record;
  if (importOnly && standing.level !== 'unstated')
    tell(placed, '/standing/level', 'import-only-level', 'an importOnly citation is "unstated"', 'no conversion raises a standing');
  if (importOnly && origin !== undefined) tell(placed, '/origin', 'import-only-origin', 'an importOnly citation has no origin', 'take it out');
  if (importOnly && through.length > 0) tell(placed, '/through', 'import-only-origin', 'an importOnly citation comes through nobody', 'take it out');
  if (!importOnly && standing.level === 'unstated')
    tell(
      placed,
      '/standing/level',
      'unstated-without-import-only',
      '"unstated" is for converted records that cite nothing',
      'write "importOnly": true, or the level the passage gives',
    );
}
