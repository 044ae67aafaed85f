/** The author's own words in the parts of a dossier, as they stand in the request or in the notebook, and which of them may not go out. */
import type { DossierPart } from '../../contract/dossier-parts.ts';
import { copiedOwnWords } from '../../domain/publishing/copied-words-in-piece.ts';
import type { Piece } from '../../domain/publishing/piece.ts';
import { REFUSAL_WORDS, type Refusal } from '../../domain/publishing/refusal.ts';
import { holdsWords } from '../../domain/texts/copied-words.ts';
import type { NarrationContext } from '../../domain/telling/narration.ts';
import type { ChosenPart } from '../../exchange/exporters/dossier-composition.ts';
import { runInSlices } from '../../graph/run-in-slices.ts';
import type { Database } from '../../store/connect.ts';
import { readNotebookRow } from '../../store/statements/questions-and-sets.ts';
import { keptEntry } from '../notebook/kept-entry.ts';
import type { CallOptions } from '../route-types.ts';
import { textsOf } from './prepare-piece.ts';

/** What is printed of a part of own words. */
export type OwnPart = Extract<ChosenPart, { kind: 'lead' | 'text' | 'note' | 'assessment' }>;
export interface OwnWords {
  /** By the place of the part; none where nothing of it may be printed. */
  parts: ReadonlyMap<number, OwnPart>;
  /** By the place of the part. */
  refused: ReadonlyMap<number, Refusal>;
  /** Title and question, which are no parts. */
  besideParts: Refusal[];
}
/** Words whose refusal no reason overrides: nobody cleared them, or they are there no longer. */
export const isHeldBack = ({ why }: Pick<Refusal, 'why'>): boolean => why === 'not-cleared' || why === 'deleted';

/** Characters by which a text is named. */
const NAMED = 60;

export async function readWords(db: Database, parts: readonly DossierPart[], o?: CallOptions): Promise<Omit<OwnWords, 'besideParts'>> {
  const [own, refused] = [new Map<number, OwnPart>(), new Map<number, Refusal>()];
  for (const [at, part] of parts.entries()) {
    if (part.kind === 'lead') own.set(at, { kind: 'lead', text: part.text });
    else if (part.kind === 'text') own.set(at, { kind: 'text', heading: part.heading, text: part.text });
    else if (part.kind === 'note' || part.kind === 'assessment') {
      const [row] = await db.read((tx) => readNotebookRow.run(tx, { id: part.id }), o);
      const entry = row && keptEntry(row).entry;
      if (entry?.kind !== part.kind) refused.set(at, refusal('deleted', at, part.kind === 'note' ? 'A note' : 'An assessment'));
      else if (entry.kind === 'note') own.set(at, { kind: 'note', text: entry.text });
      else if (entry.mayGoOut) own.set(at, { kind: 'assessment', assessment: entry });
      else refused.set(at, refusal('not-cleared', at, entry.question));
    }
  }
  return { parts: own, refused };
}

/** With what copies a private text, whichever source it is of, because own words go by no source; and what names a private person in danger. */
export async function checkedWords(
  db: Database,
  ctx: Pick<NarrationContext, 'records'>,
  piece: Piece,
  words: Omit<OwnWords, 'besideParts'>,
  beside: { title?: string | undefined; asked?: string | undefined },
  o?: CallOptions,
): Promise<OwnWords> {
  const said = [...words.parts].flatMap(([at, part]) => textsIn(part).map((text) => [String(at), text] as const));
  const heads = Object.entries(beside).flatMap(([place, text]) => (text === undefined ? [] : [[place, text] as const]));
  const copied = await copiedOwnWords(ctx, piece, [...said, ...heads], textsOf(db, undefined, o), runInSlices);
  const endangered = namesAtRisk(ctx);
  const why = (place: string, texts: readonly string[]) =>
    copied.has(place) ? 'copied' : texts.some((text) => endangered.some((name) => holdsWords(text, name))) ? 'at-risk' : undefined;
  const refused = new Map(words.refused);
  for (const [at, part] of words.parts) {
    const reason = why(String(at), textsIn(part));
    if (reason) refused.set(at, refusal(reason, at, textsIn(part)[0] ?? ''));
  }
  const besideParts = heads.flatMap(([place, text]) => {
    const reason = why(place, [text]);
    return reason ? [refusal(reason, place, text)] : [];
  });
  return { parts: words.parts, refused, besideParts };
}

/** Names of private persons in danger among those of whom the parts tell: who is left out of the claims is not named beside them. */
function namesAtRisk({ records }: Pick<NarrationContext, 'records'>): string[] {
  return [...records.entities.values()].flatMap(({ atRisk, names }) => (atRisk ? names.map(({ text }) => text) : []));
}

/** All that is printed of it. */
function textsIn(part: OwnPart): string[] {
  const texts = part.kind === 'assessment' ? [part.assessment.question, part.assessment.words] : part.kind === 'text' ? [part.heading, part.text] : [part.text];
  return texts.filter((text) => text !== undefined);
}

function refusal(why: 'copied' | 'not-cleared' | 'deleted' | 'at-risk', place: number | string, text: string): Refusal {
  const label = text.length > NAMED ? `${text.slice(0, NAMED).trimEnd()}…` : text;
  const { reason } = REFUSAL_WORDS[why];
  return { kind: 'words', id: String(place), label, why, ...REFUSAL_WORDS[why], leftOut: `A text of the author’s own (${reason.replace(/\.$/, '')})` };
}
