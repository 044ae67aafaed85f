/** What an importer makes of a file of another program: entities, sources and claims of one dataset, none of them firmer than it came. */
import type { CuratedCitation, CuratedClaim, CuratedEntity, CuratedSource } from '../../domain/importing/curated-file.ts';
import { IMPORTED_FILE, type EntityType } from '../../domain/model/lists.ts';
import { FileBuilder, KIND_OF_LIST } from './file-builder.ts';
import { cutText, foreignId, usableAddress, usableLine } from './foreign-values.ts';
import type { Conversion, ConvertInput, ForeignPlace, Taken } from './format.ts';
import { madePredicate } from './made-predicate.ts';
import { NotTakenList } from './not-taken.ts';

/** What nobody says the language of. */
export const UNDETERMINED = 'und';
/** Names and texts of one record that are taken. */
const MOST = 1_000;

export interface NameGiven {
  text: unknown;
  kind: 'primary' | 'alias' | 'former' | 'nickname';
}
export interface ForeignEntity {
  id: string;
  type: EntityType;
  kind?: string | undefined;
  lang: string;
  /** The first usable one is what the entity is called. */
  names: readonly NameGiven[];
  flags?: Pick<CuratedEntity, 'unnamed' | 'generic' | 'aggregate'>;
}
export interface ForeignSource extends Pick<CuratedSource, 'id' | 'kind' | 'title' | 'publisher' | 'authors' | 'url' | 'published'> {
  /** Whose publication it is: an entity of the file, or a name alone. */
  voice: { entity?: { id: string; name: string } | undefined; name?: string | undefined };
}
/** An address, or a title, under which a record may be looked up. */
export interface ForeignReference {
  name?: unknown;
  url?: unknown;
  description?: unknown;
}

interface MadeClaim {
  record: CuratedClaim;
  /** Its citations, written as JSON. */
  said: Set<string>;
  taken: Omit<Taken, 'file'>;
}

export class ForeignCase {
  readonly rejected = new NotTakenList();
  readonly lost = new NotTakenList();
  readonly types = new Map<string, EntityType>();
  readonly nameOf = new Map<string, string>();
  private readonly file: FileBuilder;
  private readonly taken: Taken[] = [];
  private readonly sources = new Set<string>();
  private readonly voices = new Set<string>();
  private readonly predicates = new Set<string>();
  /** By what they say, and by their ids. */
  private readonly claims = new Map<string, MadeClaim>();
  private readonly byId = new Map<string, MadeClaim>();

  constructor(private readonly input: ConvertInput) {
    this.file = new FileBuilder(input.dataset);
  }

  /** The id of a record of the file within its dataset. */
  id(foreign: string): string {
    return foreignId(this.input.dataset, foreign);
  }

  take({ pointer, kind, id }: Omit<Taken, 'file'>): void {
    this.taken.push({ file: 0, pointer, kind, id });
  }

  /**
   * @param isRecord whether the foreign record is this entity, rather than one that names it
   * @returns why it is rejected, if it is
   */
  addEntity({ id, type, kind, lang, names, flags = {} }: ForeignEntity, place: ForeignPlace, isRecord = true): string | undefined {
    const texts = new Set<string>();
    const usable = names.flatMap(({ text, kind: how }): CuratedEntity['names'] => {
      const line = usableLine(text);
      if (line === undefined || texts.size >= MOST) this.lost.add('a name that is no line of text, is too long, or holds what would be taken out of it', place);
      if (line === undefined || texts.has(line) || texts.size >= MOST) return [];
      texts.add(line);
      return [{ text: line, lang, kind: how }];
    });
    const [first, ...others] = usable;
    if (!first) return 'it has no name that can be kept as it is written';
    const line = kind === undefined ? undefined : usableLine(kind);
    // The name of what is unnamed is the curator's words.
    const main = { ...first, kind: flags.unnamed ? ('label' as const) : ('primary' as const) };
    const record = { id, type, ...(line === undefined ? {} : { kind: line }), ...flags, names: [main, ...others] };
    const pointer = this.file.add('entities', record, place);
    this.types.set(id, type);
    this.nameOf.set(id, first.text);
    if (isRecord) this.take({ pointer, kind: KIND_OF_LIST.entities, id });
    return undefined;
  }

  addSource({ voice, ...source }: ForeignSource, place: ForeignPlace): Omit<Taken, 'file'> {
    const pointer = this.file.add('sources', { ...source, voice: this.voiceOf(voice, place), seen: false }, place);
    this.sources.add(source.id);
    return { pointer, kind: KIND_OF_LIST.sources, id: source.id };
  }

  hasSource(id: string): boolean {
    return this.sources.has(id);
  }

  /** The sources that references lead to; those that name nothing to look up are left out. */
  sourcesOf(references: readonly ForeignReference[], place: ForeignPlace): string[] {
    const ids = references.flatMap(({ name, url: address, description }) => {
      const [title, url] = [usableLine(name), usableAddress(address)];
      if (url === undefined && (title === undefined || usableLine(description) === undefined)) return [];
      const id = this.id(`reference ${url ?? `${title} ${String(description)}`}`);
      if (!this.sources.has(id)) {
        const said = usableLine(description);
        const about = { ...(title === undefined ? {} : { publisher: title }), ...(said === undefined ? {} : { title: said }) };
        this.addSource({ id, kind: 'reference', ...about, ...(url === undefined ? {} : { url }), voice: { name: title } }, place);
      }
      return [id];
    });
    return [...new Set(ids)].slice(0, MOST);
  }

  /**
   * The imported file itself, which is cited where a record names nothing else: by its name alone, because the folders that somebody keeps it in are nobody's
   * concern, and the same file from another folder is the same.
   * @param file where several are imported together
   */
  fileSource(place: ForeignPlace, file?: string): string {
    const id = this.id(file === undefined ? 'imported file' : `imported file ${nameOf(file)}`);
    if (!this.sources.has(id)) {
      const title = usableLine(`Imported file ${nameOf(file ?? this.input.file)}`) ?? 'Imported file';
      this.addSource({ id, kind: IMPORTED_FILE, title, voice: {} }, place);
    }
    return id;
  }

  /** The predicate of the dataset for these words. @param takes a text as object, rather than an entity */
  predicateOf(words: string, place: ForeignPlace, takes?: 'text'): string {
    const predicate = madePredicate(this.input.dataset, words, takes);
    if (!this.predicates.has(predicate.id)) this.file.add('predicates', predicate, place);
    this.predicates.add(predicate.id);
    return predicate.id;
  }

  /**
   * Adds a claim, or the citations to the claim that says the same already.
   * @param said by sources of the file; each citation is `unstated` and `importOnly`, whatever the file says of how sure it is
   */
  addClaim(
    claim: Omit<CuratedClaim, 'citations'>,
    said: { sources: readonly string[]; paraphrase: string } & Pick<CuratedCitation, 'happened' | 'as' | 'locator' | 'quote'>,
    place: ForeignPlace,
  ): Omit<Taken, 'file'> {
    const { sources, paraphrase, ...more } = said;
    const read = sources.length > 0 ? sources : [this.fileSource(place)];
    const citations = read.map((source): CuratedCitation => ({
      source,
      paraphrase: cutText(paraphrase),
      standing: { level: 'unstated' },
      originBasis: 'not-established',
      importOnly: true,
      ...more,
    }));
    const key = JSON.stringify([claim.subject, claim.predicate, claim.object]);
    const known = this.claims.get(key);
    if (known) {
      for (const citation of citations) this.cite(known, citation, place);
      return known.taken;
    }
    const record: CuratedClaim = { ...claim, citations };
    const made = {
      record,
      said: new Set(citations.map((one) => JSON.stringify(one))),
      taken: { pointer: this.file.add('claims', record, place), kind: KIND_OF_LIST.claims, id: claim.id },
    };
    this.claims.set(key, made);
    this.byId.set(claim.id, made);
    return made.taken;
  }

  /** Adds a passage against a claim that was added. */
  dispute(claim: string, citation: CuratedCitation, place: ForeignPlace): void {
    const found = this.byId.get(claim);
    if (found) this.cite(found, citation, place);
  }

  /** Where a claim that was added stands. */
  claimAt(claim: string): string {
    return this.byId.get(claim)?.taken.pointer ?? '';
  }

  private cite({ record, said }: MadeClaim, citation: CuratedCitation, place: ForeignPlace): void {
    const key = JSON.stringify(citation);
    if (said.has(key)) return;
    if (record.citations.length >= MOST) return this.lost.add(`a passage beyond the ${MOST} that one claim takes`, place);
    said.add(key);
    record.citations.push(citation);
  }

  private voiceOf({ entity, name }: ForeignSource['voice'], place: ForeignPlace): string {
    const line = usableLine(entity?.name ?? name);
    const id = line === undefined ? this.id('voice of the file') : this.id(`voice ${entity?.id ?? line}`);
    if (!this.voices.has(id)) {
      const about = entity ? { entities: [entity.id] } : {};
      this.file.add('voices', { id, name: line ?? 'Whoever speaks in the imported file', ...about, stake: 'unclear' }, place);
    }
    this.voices.add(id);
    return id;
  }

  converted(): Conversion {
    const file = this.file.built();
    return {
      files: this.taken.length === 0 ? [] : [file],
      read: this.input.records.length,
      taken: this.taken,
      rejected: this.rejected.list(),
      lost: this.lost.list(),
    };
  }
}

/** The name of a file without its folders, of whatever system. */
const nameOf = (path: string): string => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
