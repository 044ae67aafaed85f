/** Finds what may be meant in an import and is more often a slip. A warning refuses nothing. */
import { parseEdtf } from '../../dates/edtf-dates.ts';
import { reach, upwards, withinEdges, type WithinEdge } from '../../figures/within.ts';
import { entityEnd } from '../../model/claim-ends.ts';
import type { Problem } from '../../model/errors.ts';
import { happenedDates } from '../../dates/happened-dates.ts';
import type { Claim, Predicate } from '../../model/records.ts';
import { ownersOnce, type ImportBatch, type Place, type Placed } from '../import-batch.ts';
import { ProblemList } from '../problem-list.ts';
import type { KnownRecords } from './check-context.ts';
import { notesAsFact } from './warn-notes.ts';

/** Years of the Iranian calendar that people alive now, or their parents, write in documents; as years of our own they are of the Middle Ages. */
const IRANIAN = { first: 1300, last: 1420, offset: 621 } as const;
const DAY_MS = 86_400_000;

/**
 * Warnings of an import without problems: `stub-created`, `dates-joined`, `iranian-year`, `future-date`, `self-loop`, `within-cycle`, `note-as-fact`. Of each kind some are listed, the rest is counted.
 * @param today a day like 2026-11-29: nothing that happened can be later
 */
export function warningsOf(batch: ImportBatch, known: Pick<KnownRecords, 'records'>, today: string): Problem[] {
  const found = new ProblemList();
  const lastDay = Math.floor(Date.parse(today) / DAY_MS);
  const ownerOf = ownersOnce();
  const date = (place: Place, field: string, text: string | undefined, isForeseen = false) => {
    const warning = text === undefined ? undefined : dateWarning(text, isForeseen ? Infinity : lastDay);
    const owner = warning && ownerOf(place, field);
    if (owner) found.add({ ...warning, file: owner.file, pointer: owner.pointer + field });
  };
  const foreseen = foreseenClaims(batch, known);
  for (const [kind, list] of [
    ['voice', batch.voices],
    ['source', batch.sources],
    ['entity', batch.entities],
  ] as const)
    for (const { record, stub, file, pointer } of list) if (stub) found.add({ ...stubWarning(kind, record.id), file, pointer });
  for (const placed of batch.datasets) date(placed, '/knowledgeUntil/edtf', placed.record.knowledgeUntil?.edtf);
  for (const placed of batch.sources) date(placed, '/published/edtf', placed.record.published?.edtf);
  for (const placed of batch.citations) {
    for (const pointer of placed.joined ?? [])
      found.add({
        code: 'dates-joined',
        message: `this passage stands twice with different dates, at ${placed.pointer} too: they are kept as alternatives of one citation`,
        remedy: 'write them so: "happened": [{ … }, { … }]; if one is a slip, take it out',
        file: placed.file,
        pointer,
      });
    const { claim, happened, standing } = placed.record;
    date(placed, '/standing/on/edtf', standing.on?.edtf);
    happenedDates(placed.record).forEach(({ edtf }, i) =>
      date(placed, Array.isArray(happened) ? `/happened/${i}/edtf` : '/happened/edtf', edtf, foreseen.has(claim)),
    );
  }
  for (const placed of batch.claims) warnOfLoop(placed, found);
  found.addAll(withinCycles(batch, known));
  found.addAll(notesAsFact(batch));
  return found.list();
}

function stubWarning(kind: string, id: string): Problem {
  return {
    code: 'stub-created',
    message: `the ${kind} ${JSON.stringify(id)} is only a stub here and is not stored yet: it is created with its id and nothing else that is known`,
    remedy: 'import the dataset that defines it to fill it in',
  };
}

/** Ids of the claims of what was expected or intended: it may lie ahead. */
function foreseenClaims(batch: ImportBatch, { records }: Pick<KnownRecords, 'records'>): Set<string> {
  const claims = new Map<string, Claim>(records.claims);
  for (const { record } of batch.claims) claims.set(record.id, record);
  return new Set([...claims.values()].flatMap(({ id, expected, intended }) => (expected || intended ? [id] : [])));
}

/** @param today number of the day after which a date has not come yet; of an interval each end is looked at by itself */
function dateWarning(text: string, today: number): Problem | undefined {
  const ends = text.split('/').filter((end) => end !== '' && end !== '..');
  for (const end of ends) {
    const shown = ends.length > 1 || end !== text ? `${end} in ${text}` : text;
    const year = firstYear(end);
    if (year !== undefined && year >= IRANIAN.first && year <= IRANIAN.last)
      return {
        code: 'iranian-year',
        message: `${shown} is a date of the Middle Ages; it looks like one of the Iranian calendar`,
        remedy: `if it is, write the year of ours: ${year} began in March ${year + IRANIAN.offset}; if it is not, leave it`,
      };
    const { earliest } = parseEdtf(end);
    if (Number.isFinite(earliest) && earliest > today)
      return {
        code: 'future-date',
        message: `${shown} has not come yet`,
        remedy: 'if it is a slip, mend the year; if it is foreseen, say "expected": true on the claim, or leave it',
      };
  }
  return undefined;
}

/** The year of a date of our era; of a decade or century (`139X`, `13XX`) its first. */
function firstYear(date: string): number | undefined {
  const written = /^\d{2}(?:\d{2}|\dX|XX)/.exec(date)?.[0];
  return written === undefined ? undefined : Number(written.replaceAll('X', '0'));
}

function warnOfLoop({ record, file, pointer }: Placed<Claim>, found: ProblemList): void {
  const [subject, object] = [entityEnd(record.subject), entityEnd(record.object)];
  if (subject === undefined || subject !== object) return;
  found.add({
    code: 'self-loop',
    message: `both ends of this claim are ${JSON.stringify(subject)}`,
    remedy: 'if another is meant, name it; if the claim is about the entity alone, leave it',
    file,
    pointer,
  });
}

/** A body within itself, by claims of the import and of the database together; told once, at the first claim of the import that closes the circle. */
function withinCycles(batch: ImportBatch, { records }: Pick<KnownRecords, 'records'>): Problem[] {
  const predicates = new Map<string, Predicate>(records.predicates);
  for (const { record } of batch.predicates) predicates.set(record.id, record);
  const claims = new Map<string, Claim>(records.claims);
  for (const { record } of batch.claims) claims.set(record.id, record);
  const edges = inCircles(withinEdges({ claims, predicates }, () => true));
  const above = upwards(edges);
  const told = new Set<string>();
  return batch.claims.flatMap(({ record, file, pointer }): Problem[] => {
    const [lower, upper] = [entityEnd(record.subject), entityEnd(record.object)];
    if (!predicates.get(record.predicate)?.within || lower === undefined || upper === undefined || lower === upper || told.has(lower)) return [];
    const reached = reach([upper], above);
    if (!reached.has(lower)) return [];
    const circle = [...reached].filter((id) => reach([id], above).has(upper));
    for (const id of circle) told.add(id);
    return [
      {
        code: 'within-cycle',
        message: `a body stands within itself: ${circle.sort().join(', ')}`,
        remedy: 'take out the claim that is not so; if the sources do say so, leave it',
        file,
        pointer,
      },
    ];
  });
}

/** The edges that are left when every body with nothing above it, or nothing below it, is taken away again and again: of most cases none. */
function inCircles(edges: readonly WithinEdge[]): WithinEdge[] {
  let left = [...edges];
  for (;;) {
    const lower = new Set(left.map((edge) => edge.lower));
    const upper = new Set(left.map((edge) => edge.upper));
    const kept = left.filter((edge) => lower.has(edge.upper) && upper.has(edge.lower));
    if (kept.length === left.length) return kept;
    left = kept;
  }
}
