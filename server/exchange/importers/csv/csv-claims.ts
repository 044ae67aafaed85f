/** Puts a claim of our CSV set together again from its rows: a segment, or a qualifier that no segment holds, has a row of its own. */
import { segmentsOf } from '../../../domain/model/segments.ts';
import { QUALIFIERS, type EntityType, type Group, type Qualifier } from '../../../domain/model/lists.ts';

export interface ClaimPart {
  /** "segment 0", "at", "in 1", "whole". */
  part: string;
  source: string;
  target: string;
}
export interface ClaimEnds {
  subject: string;
  object: string;
  predicate: string;
  group: string;
  /** Whether the object is an entity. */
  hasObject: boolean;
}
type Qualifiers = Record<Qualifier, string[]>;

/** The qualifiers of the claim; undefined where its rows give no one claim. */
export function qualifiersOf(ends: ClaimEnds, parts: readonly ClaimPart[], typeOf: (id: string) => EntityType | undefined): Qualifiers | undefined {
  const { subject, object, predicate, group, hasObject } = ends;
  const found: Qualifiers = { via: [], to: [], at: [], in: [], instrument: [] };
  for (const { part, target } of parts) {
    const qualifier = QUALIFIERS.find((one) => new RegExp(`^${one}(?: \\d+)?$`).test(part));
    if (qualifier) found[qualifier].push(target);
  }
  const segments = parts.filter(({ part }) => part.startsWith('segment ')).toSorted((a, b) => numberOf(a) - numberOf(b));
  const waiting = [...segments];
  let at = subject;
  // Without an object the chain has no end, and whom it goes through cannot be told from whom it goes to.
  while (hasObject && waiting[0]?.source === at && at !== object) {
    const [next] = waiting.splice(0, 1);
    at = next?.target ?? at;
    if (at !== object) found.via.push(at);
  }
  if (hasObject && subject !== 'unknown' && at !== object) return undefined;
  const giver = found.via.at(-1) ?? subject;
  for (const { source, target } of waiting) {
    const type = typeOf(target);
    const isHappening = ['Plot', 'Event'].includes(typeOf(source) ?? '');
    if (!hasObject && source === giver && (object === 'unknown' || !isHappening)) return undefined;
    // What a plot or event gives to somebody, and where it was, have rows alike: only a place is where it was.
    if (source === giver && isHappening && type !== 'Place') return undefined;
    if (group === 'justice' && type === 'Case' && source === object) found.in.push(target);
    else if (isHappening && group !== 'justice') {
      found.at = [...new Set([...found.at, target])];
      if (source !== subject && source !== object) found.in = [...new Set([...found.in, source])];
    } else if (source === giver) found.to.push(target);
  }
  const again = segmentsOf(
    { id: '', subject, object: hasObject ? object : object === 'none' ? 'none' : 'value', ...found },
    { id: predicate, group: group as Group },
    typeOf,
  );
  const same = JSON.stringify(again.map(({ from, to }) => [from, to])) === JSON.stringify(segments.map(({ source, target }) => [source, target]));
  return same ? found : undefined;
}

const numberOf = ({ part }: ClaimPart): number => Number(part.slice('segment '.length));
