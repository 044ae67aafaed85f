/** A claim as it is filled in: what it says, and the passages that say so; and what the model allows of it. Pure. */
import type { FoundPredicate } from '../../../../server/domain/searching/find-predicates.ts';
import {
  DISPUTE_LEVELS,
  type EntityType,
  isEntityType,
  type Level,
  PLAIN_LEVELS,
  QUALIFIERS,
  SUPPORT_LEVELS,
  VALUE_KINDS,
} from '../../../../server/domain/model/lists.ts';
import type { DraftEntry } from '../../../state/draft/draft-change.ts';
import { citationsOf } from '../../../state/draft/draft-change.ts';
import { type FileRecord, withoutEmpty } from '../../../state/draft/file-form.ts';
import type { Passage } from '../../../state/draft/open-forms.ts';

export interface ClaimState {
  /** The claim without its citations. */
  claim: FileRecord;
  citations: FileRecord[];
  /** Ids of the citations in the case; null where one is new. */
  cites: (string | null)[];
  /** The citation that is filled in. */
  at: number;
}
/** A predicate as far as the form needs it. */
export interface Offered {
  id: string;
  name: string;
  subject: readonly string[];
  takes: readonly string[];
  qualifiers: readonly string[];
  accuses: readonly string[];
  symmetric?: boolean | undefined;
  forms: FoundPredicate['forms'];
  definition: string;
  example: string;
  misuse: string;
  /** Claims that use it. */
  claims: number;
  /** It belongs to another case. */
  foreign?: boolean;
}

export const newCitation = (passage?: Partial<Passage>): FileRecord => ({
  ...(passage?.source ? { source: passage.source } : {}),
  ...(passage?.paragraph ? { locator: { paragraph: passage.paragraph } } : {}),
  ...(passage?.mark ? { mark: passage.mark } : {}),
  paraphrase: '',
  standing: { level: 'reported' },
});

/** The first two whom the passage names stand at the ends, for the curator to turn or take out. */
export function beginClaim(id: string, passage?: Passage): ClaimState {
  const [subject = '', object = ''] = passage?.entities ?? [];
  return { claim: { id, subject, predicate: '', object }, citations: [newCitation(passage)], cites: [null], at: 0 };
}

/** @param adding a passage is added at once; `citation` is the one to begin with */
export function stateOfEntry(
  entry: DraftEntry,
  { adding = false, passage, citation }: { adding?: boolean; passage?: Passage; citation?: string } = {},
): ClaimState {
  const { citations: _, ...claim } = entry.record ?? {};
  const citations = citationsOf(entry.record);
  const cites = entry.cites ?? citations.map(() => null);
  if (adding) return { claim, citations: [...citations, newCitation(passage)], cites: [...cites, null], at: citations.length };
  return { claim, citations, cites, at: Math.max(0, citation === undefined ? 0 : cites.indexOf(citation)) };
}

/** The claim as a change writes it. */
export function recordOf({ claim, citations }: ClaimState): FileRecord {
  const lists = Object.fromEntries(QUALIFIERS.flatMap((name) => (oneOrMore(claim[name]) === undefined ? [] : [[name, oneOrMore(claim[name])]])));
  const { via: _via, to: _to, at: _at, in: _in, instrument: _instrument, ...rest } = claim;
  return withoutEmpty({ ...rest, ...lists, citations: citations.map(withoutEmpty) });
}
function oneOrMore(value: unknown): unknown {
  const ids = idsOf(value);
  return ids.length === 0 ? undefined : ids.length === 1 ? ids[0] : ids;
}
export const idsOf = (value: unknown): string[] => [(value as string | string[] | undefined) ?? []].flat().filter((id) => id !== '');

/** Every entity that the claim names. */
export function entitiesNamed({ claim, citations }: ClaimState): string[] {
  const ends = [claim['subject'], claim['object']].filter((end): end is string => typeof end === 'string' && !['', 'unknown', 'none', 'value'].includes(end));
  const of = citations.flatMap((one) => {
    const standing = (one['standing'] ?? {}) as { by?: string; case?: string };
    return [one['statedBy'] as string | undefined, standing.by, standing.case].filter((id): id is string => id !== undefined && id !== '');
  });
  return [...ends, ...QUALIFIERS.flatMap((name) => idsOf(claim[name])), ...of];
}

export type ObjectKind = EntityType | 'text' | 'value' | 'unknown' | 'none' | undefined;

/** The predicates that may join what stands at the two ends: those of other cases last, else those used most first. An end that is open joins with any. */
export function offeredFor(predicates: readonly Offered[], subject: EntityType | undefined, object: ObjectKind): Offered[] {
  return predicates
    .filter((one) => fits(one, subject, object))
    .toSorted((a, b) => Number(a.foreign ?? false) - Number(b.foreign ?? false) || b.claims - a.claims || (a.name < b.name ? -1 : 1));
}
function fits({ subject: subjects, takes, symmetric }: Offered, subject: EntityType | undefined, object: ObjectKind): boolean {
  const joins = (from: EntityType | undefined, to: ObjectKind): boolean => (from === undefined || subjects.includes(from)) && takesOf(takes, to);
  if (joins(subject, object)) return true;
  const turned = object !== undefined && isEntityType(object) ? object : undefined;
  return symmetric === true && turned !== undefined && joins(turned, subject);
}
function takesOf(takes: readonly string[], object: ObjectKind): boolean {
  if (object === undefined || object === 'unknown' || object === 'none') return true;
  if (object === 'value') return takes.some((kind) => kind !== 'text' && (VALUE_KINDS as readonly string[]).includes(kind));
  return takes.includes(object);
}

export type WhyNot = 'accusing' | 'plain' | 'unstated';
/** The levels of a stance, those that may not stand here with the reason. */
export function levelsFor(stance: 'supports' | 'disputes', accusatory: boolean, importOnly: boolean): { level: Level; why?: WhyNot }[] {
  if (stance === 'disputes') return DISPUTE_LEVELS.map((level) => ({ level }));
  return SUPPORT_LEVELS.map((level) => {
    const why = whyNot(level, accusatory, importOnly);
    return why ? { level, why } : { level };
  });
}
function whyNot(level: Level, accusatory: boolean, importOnly: boolean): WhyNot | undefined {
  if (importOnly !== (level === 'unstated')) return 'unstated';
  if (accusatory) return level === 'confirmed' ? 'plain' : undefined;
  return (PLAIN_LEVELS as readonly Level[]).includes(level) ? undefined : 'accusing';
}
