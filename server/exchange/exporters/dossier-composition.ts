/** What a dossier holds, in order: its parts as they were composed, or where none were, the paths first and then the claims. */
import type { Assessment } from '../../domain/notebook/entries.ts';
import { eachInSlices, type InSlices } from '../../domain/figures/in-slices.ts';
import type { Group } from '../../domain/model/lists.ts';
import { capitalised } from '../../domain/telling/narration.ts';
import type { ExportInput } from '../format.ts';
import { claimLine } from './claim-line.ts';
import { answerSection, notEstablishedSection, pathSection, type Telling } from './dossier-paths.ts';
import { askedSection, leadSection } from './dossier-parts.ts';
import { escaped, section } from './markdown-text.ts';
import { assessmentSection, ownText, ownWords } from './own-words.ts';

/** A part that was chosen; what the gate left out is no longer among them. */
export type ChosenPart =
  | { kind: 'lead' | 'note'; text: string }
  | { kind: 'text'; heading?: string; text?: string }
  | { kind: 'assessment'; assessment: Assessment }
  /** With how many further paths its trace found that were not chosen. */
  | { kind: 'answer'; notChosen?: number }
  | { kind: 'picture'; positions?: ExportInput['view']['positions'] }
  /** The path at this place among those told. */
  | { kind: 'path'; at: number }
  | { kind: 'claim'; id: string };
/** A part that stands in every dossier: what was asked, the counts, what was looked for and not established, and the claims that no part has listed. */
type Part = ChosenPart | { kind: 'asked' | 'in-short' | 'not-established' | 'claims' };

/** Parts that begin with a heading of their own. */
const HEADED: ReadonlySet<Part['kind']> = new Set(['answer', 'picture', 'path', 'assessment']);
const ABOUT: { part: Part }[] = [{ part: { kind: 'asked' } }, { part: { kind: 'in-short' } }];
const REST: { part: Part }[] = [{ part: { kind: 'not-established' } }, { part: { kind: 'claims' } }];

/** Text of the dossier, with the place of the chosen part that it is. */
export interface Written {
  text: string;
  part?: number;
}

/** @param groups the claims of the piece by group, in the order in which they are listed */
export function* writtenParts(input: ExportInput, telling: Telling, groups: ReadonlyMap<Group, readonly string[]>): InSlices<Written[]> {
  const { parts } = input;
  const chosen = parts ?? [{ kind: 'answer' }, { kind: 'picture' }, ...(input.paths ?? []).map((_, at) => ({ kind: 'path' as const, at }))];
  const own = chosen.map((part, at) => ({ part: part as Part, at }));
  const order: { part: Part; at?: number }[] = parts ? [...own, ...REST, ...ABOUT] : [...ABOUT, ...own, ...REST];
  const listed = new Set(parts?.flatMap((part) => (part.kind === 'claim' ? [part.id] : [])));
  const left = new Map([...groups].map(([group, claims]) => [group, claims.filter((id) => !listed.has(id))]));
  const written: Written[] = [];
  let isUnderOther = false;
  for (const { part, at } of order) {
    const texts = (yield* writtenPart(part, input, telling, left)).filter((text) => text !== '');
    // Under the heading of a path it would read as one of its claims.
    const isApart = part.kind === 'claim' && isUnderOther;
    written.push(...texts.map((text) => ({ text: isApart ? section('Claims', text) : text, ...(at === undefined ? {} : { part: at }) })));
    if (texts.length > 0 && HEADED.has(part.kind)) isUnderOther = true;
    else if (isApart || (part.kind === 'text' && part.heading !== undefined)) isUnderOther = false;
  }
  return written;
}

function* writtenPart(part: Part, input: ExportInput, telling: Telling, groups: ReadonlyMap<Group, readonly string[]>): InSlices<string[]> {
  const { gate, paths = [] } = input;
  switch (part.kind) {
    case 'lead':
      return [ownWords(part.text)];
    case 'note':
      return [ownWords(part.text, 'A note of the author’s own, and no source.')];
    case 'text':
      return [ownText(part)];
    case 'assessment':
      return [assessmentSection(part.assessment, telling)];
    case 'answer':
      return answerSection(input, telling, part.notChosen);
    case 'picture':
      return [
        section(
          'Picture',
          input.picture ? `![${escaped(input.picture.alt)}](${input.picture.file})` : '*Place for the picture of this view, which is exported as PNG or SVG.*',
        ),
      ];
    case 'path': {
      const path = paths[part.at];
      yield;
      return path ? [pathSection(path, part.at, paths.length, input, telling)] : [];
    }
    case 'claim': {
      const line = claimLine(part.id, gate.piece, telling);
      const number = telling.numbers.get(part.id);
      if (line !== undefined && number !== undefined && !telling.places.has(part.id)) telling.places.set(part.id, `claim C${number}`);
      return line === undefined ? [] : [line];
    }
    case 'asked':
      return [askedSection(input)];
    case 'in-short':
      return [leadSection(gate.printed, gate.piece, telling.ctx)];
    case 'not-established':
      return notEstablishedSection(input, telling);
    case 'claims':
      return yield* claimSections(groups, input, telling);
  }
}

/** Every claim with its figures; with its sentence where no path has told it. */
function* claimSections(groups: ReadonlyMap<Group, readonly string[]>, { gate, parts }: ExportInput, telling: Telling): InSlices<string[]> {
  const linesOf = function* (claims: readonly string[]): InSlices<string[]> {
    return (yield* eachInSlices(claims, (id) => claimLine(id, gate.piece, telling) ?? [])).flat().map((line) => `- ${line}`);
  };
  if (parts) {
    const byNumber = [...groups.values()].flat().toSorted((a, b) => (telling.numbers.get(a) ?? 0) - (telling.numbers.get(b) ?? 0));
    const lines = yield* linesOf(byNumber);
    return lines.length === 0 ? [] : [section('Claims of its paths, and what each rests on', lines.join('\n'))];
  }
  const sections: string[] = [];
  for (const [group, claims] of groups) {
    const lines = yield* linesOf(claims);
    if (lines.length > 0) sections.push(section(capitalised(group), lines.join('\n')));
  }
  return sections;
}
