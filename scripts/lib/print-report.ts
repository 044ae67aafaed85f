/** The report of an import as text for a terminal. */
import type { ImportReport } from '../../server/contract/routes/imports.ts';
import type { Problem, ProblemPlace } from '../../server/domain/model/errors.ts';
import { terminalText } from './terminal-text.ts';

const SHOWN = 50;

/** Problems as `file:line:column`, which editors can open; then the changes record by record, and the effects on claims. */
export function reportText(report: ImportReport): string {
  const lines: string[] = [];
  for (const problem of report.problems) lines.push(...problemLines(problem));
  if (report.problems.length > 0) lines.push('');
  for (const problem of report.leftOut) lines.push(...problemLines(problem, 'left out: '));
  if (report.leftOut.length > 0) lines.push('');
  for (const warning of report.warnings) lines.push(...problemLines(warning, 'warning: '));
  if (report.warnings.length > 0) lines.push('');
  lines.push(report.message);
  for (const file of report.converted ?? []) lines.push(...convertedLines(file));
  if (report.outcome === 'refused') return printed(lines);
  for (const [title, changes] of [
    ['Changed', report.changed],
    ['Edited here and left alone', report.conflicts],
  ] as const) {
    if (changes.length === 0) continue;
    lines.push(
      `${title}:`,
      ...changes
        .slice(0, SHOWN)
        .map(
          ({ kind, id, fields }) => `  ${kind} ${id}: ${fields.map(({ field, before, after }) => `${field} ${brief(before)} → ${brief(after)}`).join('; ')}`,
        ),
    );
    if (changes.length > SHOWN) lines.push(`  … and ${changes.length - SHOWN} more`);
  }
  if (report.removed.length > 0)
    lines.push(
      'Removed:',
      ...report.removed.slice(0, SHOWN).map(({ kind, id }) => `  ${kind} ${id}`),
      ...(report.removed.length > SHOWN ? [`  … and ${report.removed.length - SHOWN} more`] : []),
    );
  if (report.claims.summary.length > 0) lines.push(`${report.claims.summary.join(', ')}.`);
  const { before, after } = report.revision;
  lines.push(after === before ? `Revision ${before}, as before. ${seconds(report.elapsedMs)}.` : `Revision ${after}. ${seconds(report.elapsedMs)}.`);
  return printed(lines);
}

/** Of a file of another program: what became of its records, and what was not taken over. */
function convertedLines({ file, format, read, created, matched, unchanged, rejected, lost }: NonNullable<ImportReport['converted']>[number]): string[] {
  const refused = rejected.reduce((sum, { count }) => sum + count, 0);
  const taken = created === undefined ? `${read - refused} can be taken over` : `${created} created, ${matched} matched, ${unchanged} unchanged`;
  const told = (what: string) => (one: (typeof rejected)[number]) =>
    `  ${what} ${one.count}: ${one.reason}${placesText(one)}${one.remedy === undefined ? '' : `; ${one.remedy}`}`;
  return [`${file} (${format}): ${read} read = ${taken}, ${refused} rejected`, ...rejected.map(told('rejected')), ...lost.map(told('taken without'))];
}

function placesText({ count, places }: { count: number; places: readonly string[] }): string {
  return places.length === 0 ? '' : ` (${places.join(', ')}${count > places.length ? ' …' : ''})`;
}

/** Each line may hold ids, names, paths and pointers of a file. */
const printed = (lines: readonly string[]) => `${lines.map(terminalText).join('\n')}\n`;

function problemLines(problem: Problem, mark = ''): string[] {
  const { code, message, remedy, count, places = [] } = problem;
  const where = placeText(problem);
  const first = `${where === '' ? '' : `${where} `}${mark}${message} [${code}${problem.pointer ? ` at ${problem.pointer}` : ''}]`;
  const others = places.slice(1).map(placeText);
  const more = count === undefined || places.length === 0 ? [] : [`    ${count} times, also at ${others.join(', ')}${count > places.length ? ' …' : ''}`];
  return [first, ...(remedy === undefined ? [] : [`    ${remedy}`]), ...more];
}

function placeText({ file, line, column }: ProblemPlace): string {
  return [file, line, column].filter((part) => part !== undefined).join(':');
}

function brief(value: unknown): string {
  const text = value === null ? 'nothing' : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}
