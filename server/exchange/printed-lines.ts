/** The lines that every export and every picture prints, in order (model.md, "What may be published"). */
import { inOneLine } from '../domain/model/plain-text.ts';
import type { Printed, Told } from '../domain/publishing/printed.ts';
import { lossLines, type Loss } from '../domain/publishing/loss-report.ts';
import type { Refusal } from '../domain/publishing/refusal.ts';
import { capitalised } from '../domain/telling/narration.ts';
import type { ExportFile } from './format.ts';
import { fileOf } from './whole-text.ts';

/**
 * Whole sentences, the most important first: a picture may print only the first ones and the number of the rest. Each is one line, whatever the texts in it
 * hold, so that no text can be taken for a line of ours.
 */
export function printedLines(printed: Printed): string[] {
  const lines = [
    printed.knowledge,
    ...(printed.newest === undefined ? [] : [printed.newest]),
    ...printed.asOf,
    ...printed.since.map(({ text }) => `${text}.`),
    printed.filters.length === 0 ? 'No filters.' : `Filters: ${printed.filters.join('; ')}.`,
    `Shown: ${plural(printed.entities, 'entity', 'entities')}, ${plural(printed.claims, 'claim', 'claims')} (entities that the claims only name are counted).`,
    ...(printed.against ? againstLines(printed.against) : []),
    ...responseLines(printed.responses),
    ...printed.notEstablished.map(({ text }) => text),
    `Origins in view: ${printed.origins.length === 0 ? 'none established' : printed.origins.map(({ name }) => name).join('; ')}.`,
    `Sources in view: ${printed.sources.length === 0 ? 'none' : printed.sources.map(({ title, seen }) => (seen ? title : `${title}, not seen`)).join('; ')}.`,
    ...restingLines(printed),
    ...printed.caveats,
    ...(printed.leftOut.length === 0 ? [] : [`Left out at the publication gate: ${leftOutItems(printed.leftOut).join('; ')}.`]),
  ];
  return lines.map(inOneLine);
}

/** The file beside the tables or records of an export that prints these lines, and what the format lost. */
export function printedFile(printed: Printed, losses: readonly Loss[], ...further: readonly string[]): ExportFile {
  return fileOf('printed-lines.txt', 'text/plain', `${[...printedLines(printed), ...lossLines(losses), ...further].join('\n')}\n`);
}

function againstLines({ reason, refused }: { reason: string; refused: readonly Refusal[] }): string[] {
  if (refused.length === 0) return [`Published by decision: ${asSentence(reason)} The publication gate had refused nothing.`];
  return [`Published against the publication gate: ${asSentence(reason)} Refused were: ${refused.map(namedItem).join('; ')}.`];
}

/** What was refused with its reason, as it may be printed where all of it is published. */
export function namedItem({ label, reason }: Refusal): string {
  return `${label} (${reason.replace(/\.$/, '')})`;
}

/** What was left out, without what is said there and without the names of persons at risk. What is the same once those are gone is listed once, with its number. */
export function leftOutItems(refused: readonly Refusal[]): string[] {
  const times = new Map<string, number>();
  for (const { leftOut } of refused) times.set(leftOut, (times.get(leftOut) ?? 0) + 1);
  return [...times].map(([text, n]) => (n === 1 ? text : `${text} (${n} times)`));
}

/** Sentences in one line; the line counts the rest. The export holds the figures of each claim anyway. */
const TOLD_IN_A_LINE = 100;

function toldLine(word: string, told: readonly Told[]): string[] {
  if (told.length === 0) return [];
  const texts = told.slice(0, TOLD_IN_A_LINE).map(({ text }) => text);
  const more = told.length - texts.length;
  if (more > 0) texts.push(`And ${plural(more, 'more', 'more')}, to be known by their figures`);
  return [`${word}: ${plural(told.length, 'claim', 'claims')}: ${texts.join('. ')}.`];
}

/** Claims that rest on little, each told once: what rests on one origin that is a party is not told under both. */
function restingLines({ singleOrigin, partiesOnly, unclearStake }: Pick<Printed, 'singleOrigin' | 'partiesOnly' | 'unclearStake'>): string[] {
  const idsOf = (told: readonly { claim: string }[]) => new Set(told.map(({ claim }) => claim));
  const [single, parties, unclear] = [idsOf(singleOrigin), idsOf(partiesOnly), idsOf(unclearStake)];
  return [
    ...toldLine(
      'On a single origin, a party',
      singleOrigin.filter(({ claim }) => parties.has(claim)),
    ),
    ...toldLine(
      'On a single origin, stake unclear',
      singleOrigin.filter(({ claim }) => unclear.has(claim)),
    ),
    ...toldLine(
      'On a single origin',
      singleOrigin.filter(({ claim }) => !parties.has(claim) && !unclear.has(claim)),
    ),
    ...toldLine(
      'On parties only',
      partiesOnly.filter(({ claim }) => !single.has(claim)),
    ),
    ...toldLine(
      'On origins of which the stake is unclear',
      unclearStake.filter(({ claim }) => !single.has(claim)),
    ),
  ];
}

/** A line for each response, and one for all of whom the same is said in place of one. */
function responseLines(responses: Printed['responses']): string[] {
  const lines: string[] = [];
  const silent = new Map<string, string[]>();
  for (const { text, name, silence } of responses) {
    if (silence === undefined) {
      lines.push(`${text}.`);
      continue;
    }
    const names = silent.get(silence);
    if (names) names.push(name);
    else silent.set(silence, [name]);
  }
  for (const [silence, names] of silent) lines.push(names.length === 1 ? `${names[0]}: ${silence}.` : `${capitalised(silence)}: ${names.join('; ')}.`);
  return lines;
}

/** With its full stop. */
export function asSentence(sentence: string): string {
  const trimmed = sentence.trim();
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

function plural(n: number, one: string, more: string): string {
  return `${n.toLocaleString('en-GB')} ${n === 1 ? one : more}`;
}
