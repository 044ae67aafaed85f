/** The author's own words in a dossier: quoted, and marked as what they are, so that nobody takes them for what a source says. */
import type { Assessment } from '../../domain/notebook/entries.ts';
import { counted } from '../../domain/telling/narration.ts';
import { references, type Telling } from './dossier-paths.ts';
import { escaped, section } from './markdown-text.ts';

/** Ends every quotation of own words. */
const OWN = 'The author’s own words, and no source.';
const STATES: Readonly<Record<Assessment['state'], string>> = { open: 'open', leaning: 'leaning', settled: 'settled' };

/** The paragraphs of a text, each on one line; nothing in them becomes markup. */
export function ownWords(text: string, mark = OWN): string {
  const paragraphs = text.split(/[\r\n\u0085\u2028\u2029]+/).filter((line) => line.trim() !== '');
  return [...paragraphs.map(escaped), `*${mark}*`].map((line) => `> ${line}`).join('\n>\n');
}

/** Own words under a heading, or either. */
export function ownText({ heading, text }: { heading?: string; text?: string }): string {
  const body = text === undefined || text.trim() === '' ? '' : ownWords(text);
  return heading === undefined ? body : section(heading, body).trimEnd();
}

/** A question with the author's answer, and the claims for and against it as far as this dossier tells them. */
export function assessmentSection({ question, state, words, for: speakFor, against }: Assessment, telling: Telling): string {
  const side = (title: string, claims: readonly string[]): string[] => {
    if (claims.length === 0) return [];
    const told = references(claims, telling);
    const others = claims.filter((id) => !telling.numbers.has(id)).length;
    const beside = others === 0 ? [] : [told === '' ? `${counted(others, 'claim')} not in this dossier` : `${others} more not in this dossier`];
    return [`- ${escaped(`${title}: ${[...(told === '' ? [] : [told]), ...beside].join('; ')}.`)}`];
  };
  const sides = [...side('Speaks for it', speakFor), ...side('Speaks against it', against)];
  const answer = words === undefined ? `*${escaped('Nothing is written in answer yet.')}*` : ownWords(words, `${OWN} Assessment: ${STATES[state]}.`);
  return section(question, [answer, ...(sides.length === 0 ? [] : [sides.join('\n')])].join('\n\n'));
}
