/** The notebook: what users write of their own beside the case. It is no source: it counts nowhere, and no export holds it unless it is chosen. */
import type { AssessmentState, SearchResult } from '../model/lists.ts';

/** What a note or an assessment is about. A path is named by its claims, hop by hop; a view by the digest under which it is stored. */
export type About =
  | { kind: 'entity' | 'claim' | 'source' | 'voice'; id: string }
  | { kind: 'citation'; claim: string; id: string }
  | { kind: 'path'; claims: string[] }
  | { kind: 'view'; digest: string };

export interface Note {
  kind: 'note';
  about: About;
  text: string;
}
/** A question answered in the analyst's own words, with the claims that speak for and against the answer. */
export interface Assessment {
  kind: 'assessment';
  question: string;
  about: About[];
  state: AssessmentState;
  /** Absent as long as nothing is written. */
  words?: string;
  /** Ids of claims, in the order the analyst gave them. */
  for: string[];
  against: string[];
  /** What would decide the question, and whether it was seen to. */
  wouldDecide: { text: string; done: boolean }[];
  /** Whether it may go out in a dossier. */
  mayGoOut: boolean;
}
/** A search that somebody made: one that found nothing says something, too. */
export interface SearchEntry {
  kind: 'search';
  /** Where it was looked: "Register of companies". */
  where: string;
  /** What was looked for. */
  sought: string;
  found: SearchResult;
  /** A date like 2026-11-30: when it was looked. */
  on: string;
  /** How, and what was not looked at. */
  remarks?: string;
  /** The assessment whose question it belongs to. */
  assessment?: string;
}
export type NotebookEntry = Note | Assessment | SearchEntry;

/** Names what an entry is about among all that can be: equal for equal things. */
export function aboutKey(about: About): string {
  switch (about.kind) {
    case 'path':
      return `path/${about.claims.join(',')}`;
    case 'view':
      return `view/${about.digest}`;
    default:
      return `${about.kind}/${about.id}`;
  }
}

/** Everything that an entry is about. */
function aboutOf(entry: NotebookEntry): About[] {
  if (entry.kind === 'search') return [];
  return entry.kind === 'note' ? [entry.about] : entry.about;
}

/** Everything of the case that an entry names, each once: what it is about, and the claims for and against. */
export function namedIn(entry: NotebookEntry): About[] {
  const claims = entry.kind === 'assessment' ? [...entry.for, ...entry.against].map((id): About => ({ kind: 'claim', id })) : [];
  return [...new Map([...aboutOf(entry), ...claims].map((about) => [aboutKey(about), about])).values()];
}
