/** Converts STIX 2.1 that other programs wrote: entities, reports as sources, relationships as claims, opinions against them as disputes (exchange.md, "Import rules"). */
import type { CuratedCitation } from '../../../domain/importing/curated-file.ts';
import type { EntityType } from '../../../domain/model/lists.ts';
import { fitsCore } from '../core-verbs.ts';
import { cutText, dayOfInstant, isObject, textsOf, usableAddress, usableLine, usableText, type Fields } from '../foreign-values.ts';
import { ForeignCase, UNDETERMINED, type ForeignReference } from '../foreign-case.ts';
import type { Conversion, ConvertInput, ForeignPlace } from '../format.ts';
import { faultOfObject, isObservable } from './object-faults.ts';
import { entityTakes, isStixEntity, stixEntity } from './stix-entities.ts';

interface Placed {
  object: Fields;
  id: string;
  type: string;
  place: ForeignPlace;
}
/** Properties of every object that say nothing of what it is about. */
const OF_EVERY = ['type', 'id', 'spec_version', 'created', 'modified', 'created_by_ref', 'lang', 'revoked', 'external_references'];
const OF_REPORT = ['name', 'published', 'object_refs'];
const OF_RELATIONSHIP = ['relationship_type', 'source_ref', 'target_ref', 'description', 'confidence', 'start_time', 'stop_time'];
const OF_OPINION = ['opinion', 'explanation', 'object_refs', 'authors', 'confidence'];

/** Why objects of a type are not taken over. */
const NOT_TAKEN: ReadonlyMap<string, string> = new Map([
  ['note', 'a note says in free words what no claim can be made of'],
  ['grouping', 'a grouping says only which objects belong together'],
  ['marking-definition', 'a marking says how a file may be shared; keep to it yourself'],
  ['extension-definition', 'an extension of another program is not read'],
  ['language-content', 'translations of other objects are not read'],
  ['sighting', 'a sighting is of something technical, and no claim'],
]);

export function convertStix(input: ConvertInput): Conversion {
  const into = new ForeignCase(input);
  const objects = newestOfEach(input, into);
  const of = (...types: string[]) => objects.filter(({ type }) => types.includes(type));
  const entities = objects.filter(({ type }) => isStixEntity(type));
  const conversion = new StixConversion(into);
  for (const one of entities) conversion.entity(one);
  for (const one of of('report')) conversion.report(one);
  for (const one of entities) conversion.description(one);
  for (const one of of('relationship')) conversion.relationship(one);
  for (const one of of('opinion')) conversion.opinion(one);
  for (const { type, place } of objects) {
    if (isStixEntity(type) || ['report', 'relationship', 'opinion'].includes(type)) continue;
    const said = usableLine(type) ?? '';
    into.rejected.add(
      NOT_TAKEN.get(type) ?? `${isObservable(type) ? 'something observed in a network' : 'an object'} of the type ${said} is no entity of a case`,
      place,
    );
  }
  return into.converted();
}

/** Of several states of one object the newest is read. */
function newestOfEach({ records }: ConvertInput, into: ForeignCase): Placed[] {
  const newest = new Map<string, Placed>();
  for (const { value, place } of records) {
    const fault = faultOfObject(value);
    if (fault !== undefined || !isObject(value)) {
      into.rejected.add(fault ?? 'it is no object', place);
      continue;
    }
    const one = { object: value, id: String(value['id']), type: String(value['type']), place };
    const known = newest.get(one.id);
    const isOlder = known !== undefined && String(value['modified']) <= String(known.object['modified']);
    if (known) into.rejected.add('the file has a newer state of the same object, or the same once more', isOlder ? place : known.place);
    if (!isOlder) newest.set(one.id, one);
  }
  return [...newest.values()];
}

class StixConversion {
  /** Sources by the objects they list. */
  private readonly listedBy = new Map<string, string[]>();
  /** Ids of claims by their relationships. */
  private readonly claimOf = new Map<string, string>();

  constructor(private readonly into: ForeignCase) {}

  entity({ object, id, type, place }: Placed): void {
    const made = stixEntity(object);
    const fault = made ? this.into.addEntity({ id: this.into.id(id), lang: langOf(object), ...made }, place) : 'it is no entity of a case';
    if (fault !== undefined) return this.into.rejected.add(fault, place);
    this.tellLost({ object, type, place }, entityTakes(type));
  }

  report({ object, id, type, place }: Placed): void {
    const title = usableLine(object['name']);
    if (title === undefined) return this.into.rejected.add('it has no name that can be kept as it is written', place);
    const source = this.into.id(id);
    const published = dayOfInstant(object['published']);
    const url = referencesOf(object).flatMap(({ url: one }) => usableAddress(one) ?? [])[0];
    this.into.take(
      this.into.addSource(
        {
          id: source,
          kind: 'report',
          title,
          ...(url === undefined ? {} : { url }),
          ...(published === undefined ? {} : { published: { edtf: published, basis: 'stated' as const } }),
          voice: { entity: this.makerOf(object) },
        },
        place,
      ),
    );
    for (const listed of new Set(textsOf(object['object_refs']))) {
      const known = this.listedBy.get(String(listed)) ?? [];
      this.listedBy.set(String(listed), known);
      known.push(source);
    }
    this.tellLost({ object, type, place }, OF_REPORT);
  }

  /** What the file says of an entity in free words is a claim that somebody so describes it. */
  description({ object, id, type, place }: Placed): void {
    const entity = this.into.id(id);
    if (object['description'] === undefined || !this.into.types.has(entity)) return;
    const text = usableText(object['description']);
    if (text === undefined) return this.into.lost.add(`a description of a ${type} that is too long, empty, or holds what would be taken out of it`, place);
    this.into.addClaim(
      { id: this.into.id(`description ${id}`), subject: entity, predicate: 'described-as', object: { text, lang: langOf(object) } },
      {
        sources: this.sourcesOf({ object, id, place }),
        paraphrase: `Converted: the description of this ${type} in a file of STIX 2.1.${confidenceOf(object)}`,
      },
      place,
    );
  }

  relationship({ object, id, type, place }: Placed): void {
    const words = usableLine(object['relationship_type']);
    if (words === undefined) return this.into.rejected.add('it does not say what kind of relationship it is', place);
    const [source, target] = [object['source_ref'], object['target_ref']].map((ref) => this.into.id(String(ref)));
    const [from, to] = [this.into.types.get(source ?? ''), this.into.types.get(target ?? '')];
    if (source === undefined || target === undefined || from === undefined || to === undefined)
      return this.into.rejected.add('one of its ends is not in the file, or was not taken over', place);
    const { predicate, swapped } = predicateOf(words, from, to);
    const dates = datesOf(object);
    if (dates.isWrong) this.into.lost.add('a time of a relationship that is no day, or ends before it begins', place);
    const claim = {
      id: this.into.id(id),
      subject: swapped ? target : source,
      predicate: predicate ?? this.into.predicateOf(words, place),
      object: swapped ? source : target,
    };
    const said = usableText(object['description']);
    if (said === undefined && object['description'] !== undefined)
      this.into.lost.add('a description of a relationship that is too long, or holds what would be taken out of it', place);
    const about = said === undefined ? '' : ` Its description there: ${said}`;
    const made = this.into.addClaim(
      claim,
      {
        sources: this.sourcesOf({ object, id, place }),
        paraphrase: `Converted: a relationship “${words}” in a file of STIX 2.1.${confidenceOf(object)}${about}`,
        ...(dates.edtf === undefined ? {} : { happened: { edtf: dates.edtf, basis: 'stated' as const } }),
      },
      place,
    );
    this.claimOf.set(id, made.id);
    this.into.take(made);
    this.tellLost({ object, type, place }, OF_RELATIONSHIP);
  }

  /** Whoever disagrees with a relationship contradicts the claim. */
  opinion({ object, id, type, place }: Placed): void {
    if (object['opinion'] !== 'disagree' && object['opinion'] !== 'strongly-disagree')
      return this.into.rejected.add('an opinion that does not disagree says nothing that a claim could count', place);
    const claims = [...new Set(textsOf(object['object_refs']).flatMap((ref) => this.claimOf.get(String(ref)) ?? []))];
    const maker = this.makerOf(object);
    if (claims.length === 0) return this.into.rejected.add('the opinion is on no relationship that was taken over', place);
    if (!maker) return this.into.rejected.add('nobody in the file is named who disagrees', place);
    const [source = this.into.fileSource(place)] = this.sourcesOf({ object, id, place });
    const why = usableText(object['explanation']);
    const citation: CuratedCitation = {
      source,
      stance: 'disputes',
      standing: { level: 'contradicted', by: maker.id },
      originBasis: 'not-established',
      paraphrase: cutText(
        `Converted: an opinion “${object['opinion']}” in a file of STIX 2.1.${confidenceOf(object)}${why === undefined ? '' : ` It says: ${why}`}`,
      ),
    };
    for (const claim of claims) this.into.dispute(claim, citation, place);
    const [first = ''] = claims;
    this.into.take({ pointer: this.into.claimAt(first), kind: 'claim', id: first });
    this.tellLost({ object, type, place }, OF_OPINION);
  }

  /** In this order: what the object refers to itself, else the reports that list it. The file itself stands in where there is neither. */
  private sourcesOf({ object, id, place }: Pick<Placed, 'object' | 'id' | 'place'>): string[] {
    const own = this.into.sourcesOf(referencesOf(object), place);
    return own.length > 0 ? own : (this.listedBy.get(id) ?? []).slice(0, 1_000);
  }

  private makerOf(object: Fields): { id: string; name: string } | undefined {
    const id = this.into.id(String(object['created_by_ref']));
    const name = this.into.nameOf.get(id);
    return name === undefined ? undefined : { id, name };
  }

  private tellLost({ object, type, place }: Pick<Placed, 'object' | 'type' | 'place'>, takes: readonly string[]): void {
    for (const property of Object.keys(object)) {
      if (OF_EVERY.includes(property) || takes.includes(property)) continue;
      this.into.lost.add(`the property “${usableLine(property) ?? ''}” of objects of the type ${type}`, place);
    }
  }
}

const langOf = (object: Fields): string => (typeof object['lang'] === 'string' && /^[a-z]{2}$/.test(object['lang']) ? object['lang'] : UNDETERMINED);

function referencesOf(object: Fields): ForeignReference[] {
  return textsOf(object['external_references'])
    .filter(isObject)
    .map(({ source_name: name, url, description, external_id: external }) => ({ name, url, description: description ?? external }));
}

/** As it is written: it is no standing. */
function confidenceOf({ confidence }: Fields): string {
  return typeof confidence === 'number' ? ` Its confidence there: ${confidence}.` : '';
}

/** The days between which it happened, as EDTF. */
function datesOf({ start_time: start, stop_time: stop }: Fields): { edtf?: string; isWrong: boolean } {
  if (start === undefined && stop === undefined) return { isWrong: false };
  const [from, to] = [dayOfInstant(start), dayOfInstant(stop)];
  const isUnread = (start !== undefined && from === undefined) || (stop !== undefined && to === undefined);
  if (isUnread || (from !== undefined && to !== undefined && from > to)) return { isWrong: true };
  return { edtf: from !== undefined && from === to ? from : `${from ?? '..'}/${to ?? '..'}`, isWrong: false };
}

/** A predicate of the core vocabulary only where it says exactly that; `swapped` where the file says it from the other end. */
function predicateOf(words: string, from: EntityType, to: EntityType): { predicate?: string; swapped: boolean } {
  const fits = (predicate: string) => fitsCore(predicate, { subject: from, object: to });
  const fitsSwapped = (predicate: string) => fitsCore(predicate, { subject: to, object: from });
  const plain = (...predicates: string[]) => {
    const predicate = predicates.find(fits);
    return { ...(predicate === undefined ? {} : { predicate }), swapped: false };
  };
  switch (words) {
    case 'attributed-to':
      return from === 'Plot' && fitsSwapped('carried-out') ? { predicate: 'carried-out', swapped: true } : { swapped: false };
    case 'targets':
      return plain('aimed-at', 'targeted');
    case 'located-at':
      return plain('located-in', 'took-place-in');
    case 'related-to':
      return !fits('associated-with') && fitsSwapped('associated-with') ? { predicate: 'associated-with', swapped: true } : plain('associated-with');
    default:
      return { swapped: false };
  }
}
