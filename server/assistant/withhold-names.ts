/**
 * The last look at everything that leaves: the names and ids of people at risk are taken out of every text, whatever record it comes from, and what does not show is
 * written as an escape. The gate leaves out whatever refers to such a person; a passage or a title may name one without referring to them.
 */
import { withEscapes } from '../domain/model/plain-text.ts';
import { wordRemover } from '../domain/redacting/name-words.ts';
import { redactValue, type ValueRedaction } from '../domain/redacting/redact-value.ts';
import type { NamesAtRisk } from '../usecases/publishing/names-at-risk.ts';

const INSTEAD = '[a private person in danger]';
const TAKEN_OUT = 'The name of a private person in danger (taken out of a text that holds it)';

/** The answer without such names, and with a line that says so where one was taken out. */
export function withheld<T extends object>(answer: T, atRisk: NamesAtRisk): T & { leftOut: string[] } {
  const names = [...atRisk.ids, ...atRisk.names].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const redaction: ValueRedaction = { ids: new Map(atRisk.ids.map((id) => [id, INSTEAD])), remove: wordRemover({ names, words: atRisk.words }, INSTEAD) };
  const without = names.length === 0 ? answer : redactValue(redaction, answer);
  const isChanged = JSON.stringify(without) !== JSON.stringify(answer);
  const { leftOut = [] } = answer as { leftOut?: string[] };
  return visible({ ...without, leftOut: isChanged ? [...((without as { leftOut?: string[] }).leftOut ?? []), TAKEN_OUT] : leftOut });
}

/** A text of a fault. */
export function withheldText(text: string, atRisk: NamesAtRisk): string {
  return withheld({ text }, atRisk).text;
}

function visible<T>(value: T): T {
  if (typeof value === 'string') return withEscapes(value) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => visible(item)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, visible(item as unknown)])) as T;
}
