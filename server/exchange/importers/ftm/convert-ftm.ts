/** Converts entities of FollowTheMoney: things to entities, documents to sources, links to claims (exchange.md, "Import rules"). Exports of ours come back with their ids. */
import type { EntityType } from '../../../domain/model/lists.ts';
import { fitsCore } from '../core-verbs.ts';
import { isObject, usableAddress, usableLine, usableText } from '../foreign-values.ts';
import { ForeignCase, UNDETERMINED } from '../foreign-case.ts';
import type { Conversion, ConvertInput } from '../format.ts';
import { ftmDate, ftmSpan } from './ftm-dates.ts';
import { claimOfLink, MEANT_ELSEWHERE, type ClaimOfLink } from './ftm-links.ts';
import { hasProperty, isA, linkOf, mayStandAt, type FtmLink } from './ftm-model.ts';
import { faultOfRecord, ownId, ownNote, valuesOf, type FtmRecord } from './ftm-records.ts';
import { ftmThing, ftmWords, isDocument, isFlagNote, isThing } from './ftm-things.ts';

/** Properties that a thing, a document or a link takes over, or that say only where it was read. */
const OF_EVERY = ['sourceUrl', 'publisher', 'proof', 'recordId', 'modifiedAt', 'retrievedAt', 'createdAt', 'indexText'];
const OF_THING = ['name', 'full', 'alias', 'weakAlias', 'previousName', 'notes', 'summary', 'description'];
const OF_DOCUMENT = ['title', 'name', 'fileName', 'author', 'publishedAt', 'date', 'authoredAt', 'notes'];
const OF_LINK = ['role', 'status', 'relationship', 'date', 'startDate', 'endDate', 'summary', 'description'];
/** Passages of one link that are told in a paraphrase. */
const PASSAGES = 20;
const AGAINST = 'Against it: ';

export function convertFtm(input: ConvertInput): Conversion {
  const into = new ForeignCase(input);
  const conversion = new FtmConversion(into);
  const records = readable(input, into);
  const of = (test: (schema: string) => boolean) => records.filter(({ schema }) => test(schema));
  for (const one of of(isDocument)) conversion.document(one);
  for (const one of of(isThing)) conversion.thing(one);
  for (const one of of(isThing)) conversion.words(one);
  for (const one of of((schema) => isA(schema, 'Sanction'))) conversion.sanction(one);
  const links = of((schema) => linkOf(schema) !== undefined);
  const parts = new Map<string, number>();
  for (const { id } of links) {
    const claim = ownId(id, 'claim');
    if (claim !== undefined) parts.set(claim, (parts.get(claim) ?? 0) + 1);
  }
  for (const one of links) conversion.link(one, { isPart: (parts.get(ownId(one.id, 'claim') ?? '') ?? 0) > 1 });
  for (const { schema, place } of records) {
    if (isDocument(schema) || isThing(schema) || isA(schema, 'Sanction') || linkOf(schema)) continue;
    into.rejected.add(MEANT_ELSEWHERE.get(schema) ?? `a record of the schema ${schema} is no entity, source or link of a case`, place);
  }
  return into.converted();
}

/** The records that are read, each id once. */
function readable({ records }: ConvertInput, into: ForeignCase): FtmRecord[] {
  const found = new Map<string, FtmRecord>();
  for (const { value, place } of records) {
    const fault = faultOfRecord(value);
    if (fault !== undefined || !isObject(value) || !isObject(value['properties'])) into.rejected.add(fault ?? 'it has no properties', place);
    else {
      const one = { id: String(value['id']), schema: String(value['schema']), properties: value['properties'], place };
      if (found.has(one.id)) into.rejected.add('its id stands more than once: join the parts of each entity before (`ftm aggregate`)', place);
      else found.set(one.id, one);
    }
  }
  return [...found.values()];
}

class FtmConversion {
  /** Schema and id of ours, by the id in the file. */
  private readonly entities = new Map<string, { id: string; schema: string; type: EntityType }>();
  private readonly documents = new Map<string, string>();

  constructor(private readonly into: ForeignCase) {}

  document(record: FtmRecord): void {
    const { id, schema, place } = record;
    const first = (...properties: string[]) => properties.flatMap((property) => valuesOf(record, property).flatMap((value) => usableLine(value) ?? []))[0];
    const title = first('title', 'name', 'fileName');
    if (title === undefined) return this.into.rejected.add('it has no title that can be kept as it is written', place);
    const note = ownNote(record);
    const [, kind = schema, voice] = /^(.*?), in the voice of (.*?)(?:; not seen by the curator)?$/.exec(note ?? '') ?? [];
    const source = (note === undefined ? undefined : ownId(id, 'source')) ?? this.into.id(id);
    const publisher = first('publisher');
    const authors = valuesOf(record, 'author').flatMap((author) => usableLine(author) ?? []);
    const url = valuesOf(record, 'sourceUrl').flatMap((address) => usableAddress(address) ?? [])[0];
    const published = ['publishedAt', 'date', 'authoredAt'].flatMap((property) => valuesOf(record, property).flatMap((value) => ftmDate(value) ?? []))[0];
    const made = this.into.addSource(
      {
        id: source,
        kind,
        title,
        ...(publisher === undefined ? {} : { publisher }),
        ...(authors.length === 0 ? {} : { authors: authors.slice(0, 100) }),
        ...(url === undefined ? {} : { url }),
        ...(published === undefined ? {} : { published: { edtf: published, basis: 'stated' as const } }),
        voice: { name: voice ?? publisher ?? authors[0] },
      },
      place,
    );
    this.documents.set(id, source);
    this.into.take(made);
    this.tellLost(record, OF_DOCUMENT);
  }

  thing(record: FtmRecord): void {
    const { id, schema, place } = record;
    const thing = ftmThing(record);
    if (!thing) return this.into.rejected.add('it is no entity of a case', place);
    const { own, flags, ...about } = thing;
    const entity = own ?? this.into.id(id);
    const fault = this.into.addEntity({ id: entity, lang: UNDETERMINED, ...about, flags }, place);
    if (fault !== undefined) return this.into.rejected.add(fault, place);
    this.entities.set(id, { id: entity, schema, type: thing.type });
    this.tellLost(record, own === undefined ? OF_THING : [...OF_THING, 'topics']);
  }

  /** What the file says of a thing in free words is a claim that somebody so describes it. */
  words(record: FtmRecord): void {
    const { id, place } = record;
    const entity = this.entities.get(id);
    const thing = ftmThing(record);
    if (!entity || !thing) return;
    const all = ftmWords(record, thing);
    if (thing.own !== undefined && valuesOf(record, 'notes').some((note) => !note.startsWith('Attest: ') && !isFlagNote(note)))
      this.into.lost.add('a sentence on a claim that joins no two entities', place);
    all.forEach((value, i) => {
      const text = usableText(value);
      if (text === undefined || i >= PASSAGES)
        return this.into.lost.add('a text about an entity that is too long, one of too many, or holds what would be taken out of it', place);
      this.into.addClaim(
        { id: this.into.id(`text ${i} of ${id}`), subject: entity.id, predicate: 'described-as', object: { text, lang: UNDETERMINED } },
        { sources: this.sourcesOf(record), paraphrase: 'Converted: what a file of FollowTheMoney says of it in free words.' },
        place,
      );
    });
  }

  /** A sanction is a measure that applies to somebody. */
  sanction(record: FtmRecord): void {
    const { id, schema, place } = record;
    const entities = valuesOf(record, 'entity').flatMap((ref) => this.entities.get(ref) ?? []);
    const known = entities.filter(({ type }) => fitsCore('applies-to', { subject: 'Measure', object: type }));
    if (known.length === 0) return this.into.rejected.add('whom it applies to is not in the file, or was not taken over', place);
    const [authority] = valuesOf(record, 'authority');
    const names = ['program', 'provisions', 'recordId'].flatMap((property) => valuesOf(record, property)).slice(0, 1);
    const name = names[0] ?? (authority === undefined ? 'Sanction' : `Sanction by ${authority}`);
    const measure = this.into.id(id);
    const fault = this.into.addEntity(
      { id: measure, type: 'Measure', kind: 'sanction, in the file’s words', lang: UNDETERMINED, names: [{ text: name, kind: 'primary' }] },
      place,
    );
    if (fault !== undefined) return this.into.rejected.add(fault, place);
    const said = ['authority', 'status', 'reason'].flatMap((property) => valuesOf(record, property).map((value) => `Its ${property} there: ${value}.`));
    known.forEach(({ id: object }, i) =>
      this.into.addClaim(
        { id: this.into.id(`application ${i} of ${id}`), subject: measure, predicate: 'applies-to', object },
        { sources: this.sourcesOf(record), paraphrase: ['Converted: a sanction in a file of FollowTheMoney.', ...said].join(' ') },
        place,
      ),
    );
    this.tellLost({ ...record, schema }, ['entity', 'program', 'provisions', 'authority', 'status', 'reason', 'summary']);
  }

  link(record: FtmRecord, { isPart }: { isPart: boolean }): void {
    const { id, schema, place } = record;
    const link = linkOf(schema);
    const elsewhere = MEANT_ELSEWHERE.get(schema);
    if (!link || elsewhere !== undefined) return this.into.rejected.add(elsewhere ?? 'it is no link', place);
    const ends = this.endsOf(record, link);
    if ('fault' in ends) return this.into.rejected.add(ends.fault, place);
    const own = valuesOf(record, 'recordId').length > 0 ? ownId(id, 'claim') : undefined;
    const standing = standingOf(record);
    // To take in what is only disputed would say it.
    if (own !== undefined && standing === 'disputed-only') return this.into.rejected.add('the file says of it that it is only disputed', place);
    const claim = claimOfLink(record, { link, types: { subject: ends.subject.type, object: ends.object.type }, isOwn: own !== undefined, isPart });
    const dates = ftmSpan({ date: valuesOf(record, 'date'), start: valuesOf(record, 'startDate'), end: valuesOf(record, 'endDate') });
    if (dates.isWrong) this.into.lost.add('dates of a link that are several, or no years, months or days', place);
    const { predicate, words, as, ...flags } = claim;
    const part = /\.23(\d+)$/.exec(id)?.[1];
    const made = this.into.addClaim(
      {
        id: own === undefined ? this.into.id(id) : part === undefined ? own : `${own}~${part}`,
        subject: ends.subject.id,
        predicate: predicate ?? this.into.predicateOf(words, place),
        object: ends.object.id,
        ...flags,
      },
      {
        sources: this.sourcesOf(record),
        paraphrase: this.paraphraseOf(record, claim, standing),
        ...(as === undefined ? {} : { as }),
        ...(dates.edtf === undefined ? {} : { happened: { edtf: dates.edtf, basis: 'stated' as const } }),
      },
      place,
    );
    this.into.take(made);
    this.tellLost(record, [...OF_LINK, link.from, link.to]);
  }

  private endsOf(record: FtmRecord, link: FtmLink): { fault: string } | { subject: Ended; object: Ended } {
    const [froms, tos] = [valuesOf(record, link.from), valuesOf(record, link.to)];
    if (froms.length === 0 || tos.length === 0) return { fault: 'it does not name both of its ends' };
    if (froms.length > 1 || tos.length > 1) return { fault: 'it names several for one of its ends: which belong together is not said' };
    const [subject, object] = [this.entities.get(froms[0] ?? ''), this.entities.get(tos[0] ?? '')];
    if (!subject || !object) return { fault: 'one of its ends is not in the file, or was not taken over' };
    const { schema } = record;
    if (!mayStandAt(schema, link.from, subject.schema) || !mayStandAt(schema, link.to, object.schema))
      return { fault: 'one of its ends is of a schema that cannot stand there' };
    return { subject, object };
  }

  private paraphraseOf(record: FtmRecord, { words }: ClaimOfLink, standing: string | undefined): string {
    const passages = valuesOf(record, 'description');
    const against = passages.filter((passage) => passage.startsWith(AGAINST));
    if (against.length > 0) this.into.lost.add('a passage against a link, which is told in the paraphrase alone', record.place);
    // What stands against it comes first: a paraphrase that is too long loses its end.
    const texts = [...against, ...valuesOf(record, 'summary'), ...passages.filter((passage) => !passage.startsWith(AGAINST))];
    const usable = texts.slice(0, PASSAGES).flatMap((text) => usableText(text) ?? []);
    if (usable.length < texts.length)
      this.into.lost.add('a text about a link that is too long, one of too many, or holds what would be taken out of it', record.place);
    const said = usable.length === 0 ? '' : ` It says there: ${usable.join(' / ')}`;
    const status = standing === undefined ? '' : ` Its status there: ${standing}.`;
    return `Converted: a link of the schema ${record.schema}, “${words}”, in a file of FollowTheMoney.${status}${said}`;
  }

  /** In this order: the documents that prove it, else the addresses it was read at. The file itself stands in where there is neither. */
  private sourcesOf(record: FtmRecord): string[] {
    const proofs = [...new Set(valuesOf(record, 'proof').flatMap((ref) => this.documents.get(ref) ?? []))];
    if (proofs.length > 0) return proofs.slice(0, 1_000);
    const [name] = valuesOf(record, 'publisher');
    return this.into.sourcesOf(
      valuesOf(record, 'sourceUrl').map((url) => ({ url, name })),
      record.place,
    );
  }

  private tellLost({ schema, properties, place }: FtmRecord, takes: readonly string[]): void {
    for (const property of Object.keys(properties)) {
      if (!hasProperty(schema, property)) this.into.lost.add(`the property “${usableLine(property) ?? ''}”, which the schema ${schema} does not have`, place);
      else if (!takes.includes(property) && !OF_EVERY.includes(property))
        this.into.lost.add(`the property “${property}” of records of the schema ${schema}`, place);
    }
  }
}

interface Ended {
  id: string;
  schema: string;
  type: EntityType;
}

/** As it is written: it is no standing. Where a schema has no status, exports of ours write it beside the relationship. */
function standingOf(record: FtmRecord): string | undefined {
  const [status] = valuesOf(record, 'status').flatMap((value) => usableLine(value) ?? []);
  return status ?? valuesOf(record, 'relationship').flatMap((value) => / \(([a-z-]+)\)$/.exec(value)?.[1] ?? [])[0];
}
