/** A redaction: what is taken out of all that names a person, and what stands there instead. */
import { hash } from 'node:crypto';
import { ENDS, type EntityType, type RecordKind } from '../model/lists.ts';
import { entitiesAt } from '../model/claim-ends.ts';
import type { Claim, Citation, Entity, IdentityDecision, Predicate } from '../model/records.ts';
import {
  foldedName,
  foldedWord,
  idParts,
  idTellsName,
  nameWords,
  wordRemover,
  wordsOf,
  type NameWords,
  type WordChoice,
  type WordRemover,
} from './name-words.ts';

export interface Redaction {
  /** Id of the person before. */
  entity: string;
  salt: string;
  /** The day on which it is done, ISO 8601. */
  on: string;
  /** The new id of each record whose id tells the name. */
  ids: ReadonlyMap<string, string>;
  words: NameWords;
  remove: WordRemover;
  /** Ids, before, of the claims that name the person at an end or in a qualifier, now or once. */
  claims: ReadonlySet<string>;
  /** Ids, before, of the citations of these claims. */
  citations: ReadonlySet<string>;
  /** Ids, before, of the sources that one of these reads. */
  sources: ReadonlySet<string>;
  /** Ids, before, of the sources whose private text goes. */
  texts: ReadonlySet<string>;
  /** Where each citation by paragraph stands, by its id before. */
  placed: ReadonlyMap<string, { source: string; paragraph: number }>;
  /** Entities that were decided to be the same as the person: they are records of their own, and stay. */
  same: readonly string[];
  predicates: ReadonlyMap<string, Pick<Predicate, 'symmetric'>>;
}

/** Types whose names are theirs. */
const BEARERS: ReadonlySet<EntityType> = new Set(['Person', 'Group', 'Gang', 'Agency', 'Organization', 'Country', 'Place']);

/** Ten hex digits that nobody can guess from a text without the salt. */
export const markOf = (salt: string, text: string): string => hash('sha256', `${salt}\n${text}`, 'hex').slice(0, 10);
const newId = (salt: string, id: string): string => `redacted-${markOf(salt, id)}`;

/** Gathers, record by record, present and past, what a redaction has to know. */
export class RedactionScope {
  private readonly names = new Set<string>();
  private readonly otherNames = new Set<string>();
  private readonly otherWords = new Set<string>();
  private readonly same = new Set<string>();
  private readonly otherParts = new Set<string>();
  private readonly ids = new Set<string>();
  private readonly claims = new Set<string>();
  private readonly citations: Pick<Citation, 'id' | 'claim' | 'source'>[] = [];
  private readonly predicates = new Map<string, Pick<Predicate, 'symmetric'>>();
  /** The type of the person, where it is there. */
  type: string | undefined;

  constructor(private readonly entity: string) {}

  /** An id of anything, which may tell the name. */
  addId(id: string): void {
    this.ids.add(id);
  }

  addRecord(kind: RecordKind, record: unknown): void {
    switch (kind) {
      case 'entity':
        return this.addEntity(record as Entity);
      case 'claim':
        return this.addClaim(record as Claim);
      case 'citation': {
        const { id, claim, source, standing } = record as Citation;
        if (standing.case !== undefined) this.ids.add(standing.case);
        return void this.citations.push({ id, claim, source });
      }
      case 'predicate': {
        const { id, symmetric } = record as Predicate;
        return void this.predicates.set(id, symmetric ? { symmetric } : {});
      }
      case 'identity': {
        const { a, b, decision } = record as IdentityDecision;
        if (decision === 'same' && (a === this.entity || b === this.entity)) this.same.add(a === this.entity ? b : a);
        return;
      }
      default:
    }
  }

  private addEntity({ id, type, names }: Entity): void {
    if (id === this.entity) {
      this.type = type;
      // A label is the curator's description and names nobody.
      for (const { text, kind } of names) if (kind !== 'label') this.names.add(text);
      return;
    }
    for (const part of idParts(id)) this.otherParts.add(part);
    // A plot is often called by whom it was aimed at, which makes the word no less his.
    if (!BEARERS.has(type)) return;
    for (const { text, kind } of names) {
      if (kind === 'label') continue;
      this.otherNames.add(foldedName(text));
      for (const word of wordsOf(text)) this.otherWords.add(foldedWord(word));
    }
  }

  private addClaim(claim: Claim): void {
    if (ENDS.some((end) => entitiesAt(claim, end).includes(this.entity))) this.claims.add(claim.id);
  }

  /** @param salt kept with the redaction, so that the same id gets the same one in a backup */
  redaction({ salt, on, ...choice }: Pick<Redaction, 'salt' | 'on'> & WordChoice): Redaction {
    const words = nameWords([...this.names], this.entity, { names: this.otherNames, words: this.otherWords, parts: this.otherParts }, choice);
    const tells = idTellsName(words);
    const ids = new Map([this.entity, ...[...this.ids].filter(tells)].map((id) => [id, newId(salt, id)]));
    const own = this.citations.filter(({ claim }) => this.claims.has(claim));
    return {
      entity: this.entity,
      salt,
      on,
      ids,
      words,
      remove: wordRemover(words),
      claims: this.claims,
      citations: new Set(own.map(({ id }) => id)),
      sources: new Set(own.map(({ source }) => source)),
      texts: new Set(),
      placed: new Map(),
      same: [...this.same].sort(),
      predicates: this.predicates,
    };
  }
}
