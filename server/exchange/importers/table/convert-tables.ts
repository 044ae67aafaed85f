/** Converts tables of other programs by their mappings: entities, sources and claims of one dataset, `unstated` and no firmer than they came. */
import { columnsOf, type ClaimsMapping, type EntitiesMapping, type TableMapping } from '../../../contract/table-mapping.ts';
import type { CuratedCitation, CuratedClaim } from '../../../domain/importing/curated-file.ts';
import { ID_PATTERN, type EntityType } from '../../../domain/model/lists.ts';
import { ACCUSING_CORE, coreOfWords, fitsCore, isCore, SYMMETRIC_CORE, type EndTypes } from '../core-verbs.ts';
import { ForeignCase, UNDETERMINED } from '../foreign-case.ts';
import { usableAddress, usableLine, usableText } from '../foreign-values.ts';
import type { Conversion, ConvertInput, ForeignPlace } from '../format.ts';
import { dateOfCell, placeOfCell, typeOfCell } from './table-values.ts';

/** A table that is being converted: the same for all of its rows. */
export interface MappedTable {
  /** As the caller calls it. */
  file: string;
  mapping: TableMapping;
}
/** A row of one, by the names in its head. */
export interface MappedRow {
  table: MappedTable;
  cells: ReadonlyMap<string, string>;
  /** Whether the row has as many cells as the head. */
  isWhole: boolean;
}

/** @param cells of the row, in the order of the heads */
export const mappedRow = (table: MappedTable, heads: readonly string[], cells: readonly string[]): MappedRow => ({
  table,
  cells: new Map(heads.map((head, i) => [head, cells[i] ?? ''])),
  isWhole: cells.length === heads.length,
});

/** Words of a passage that are taken: beyond these it is no short quotation. */
const QUOTED_CHARACTERS = 1_000;
export type Fault = readonly [reason: string, remedy: string];
const RAGGED: Fault = [
  'its row has another number of cells than the head',
  'give the row as many cells as the head, and quote a cell in which a separator stands',
];
interface EndFound {
  id: string;
  /** Not known of an entity of the case. */
  type?: EntityType | undefined;
}
const isFault = (found: unknown): found is Fault => Array.isArray(found);

export const convertTables = (input: ConvertInput): Conversion => convertRows(input).conversion;

/** @returns with the conversion, why each of the records is rejected; undefined for one that is taken */
export function convertRows(input: ConvertInput): { conversion: Conversion; faults: (Fault | undefined)[] } {
  const into = new ForeignCase(input);
  const tables = new TableConversion(into);
  const faults: (Fault | undefined)[] = [];
  // Whatever their order, entities come before the claims about them.
  for (const kind of ['entities', 'claims'] as const)
    input.records.forEach(({ value, place }, i) => {
      const { table, cells, isWhole } = value as MappedRow;
      const { file, mapping } = table;
      if (mapping.rows !== kind) return;
      const fault = !isWhole ? RAGGED : mapping.rows === 'entities' ? tables.entity(mapping, cells, place) : tables.claim(mapping, { cells, file, place });
      faults[i] = fault;
      if (fault) into.rejected.add(fault[0], place, fault[1]);
    });
  return { conversion: into.converted(), faults };
}

interface ClaimRow {
  cells: ReadonlyMap<string, string>;
  file: string;
  place: ForeignPlace;
}

class TableConversion {
  /** By the id in a table of entities. */
  private readonly nodes = new Map<string, { id: string; type: EntityType }>();
  /** By their names. */
  private readonly named = new Map<string, { id: string; type: EntityType }>();
  private readonly chosen = new WeakMap<TableMapping, Chosen>();

  constructor(private readonly into: ForeignCase) {}

  entity(mapping: EntitiesMapping, cells: ReadonlyMap<string, string>, place: ForeignPlace): Fault | undefined {
    const { into } = this;
    const at = (column: string): string => cells.get(column) ?? '';
    const foreign = at(mapping.id).trim();
    if (usableLine(foreign) === undefined) return ['it has no id', 'give every entity an id, or map another column as id'];
    if (this.nodes.has(foreign)) return ['another row has its id', 'keep one row for each entity'];
    const { types, entities } = this.chosenBy(mapping);
    const type = this.typeAt(mapping.type, cells, types);
    if (isFault(type)) return type;
    const known = entities.get(foreign) ?? entities.get(at(mapping.name).trim());
    const id = known ?? into.id(foreign);
    if (known === undefined) {
      const kind = mapping.kind === undefined ? undefined : at(mapping.kind);
      const fault = into.addEntity(
        { id, type, kind: kind === '' ? undefined : kind, lang: UNDETERMINED, names: [{ text: at(mapping.name), kind: 'primary' }] },
        place,
      );
      if (fault !== undefined) return [fault, 'give it a name in one line, without characters that show nothing'];
    } else into.take({ pointer: '', kind: 'entity', id });
    this.nodes.set(foreign, { id, type });
    this.tellUnmapped(mapping, cells, place);
    return undefined;
  }

  claim(mapping: ClaimsMapping, row: ClaimRow): Fault | undefined {
    const { into } = this;
    const { cells, place } = row;
    const subject = this.endAt('subject', mapping, row);
    if (isFault(subject)) return subject;
    const text = mapping.objectIs === 'text' ? usableText(cells.get(mapping.object) ?? '') : undefined;
    if (mapping.objectIs === 'text' && text === undefined)
      return ['its text is empty, too long, or holds what would be taken out of it', 'shorten it, or take out characters that show nothing'];
    const object = text === undefined ? this.endAt('object', mapping, row) : undefined;
    if (isFault(object)) return object;
    const predicate = this.predicateAt(mapping, row, { subject: subject.type, object: object?.type });
    if (isFault(predicate)) return predicate;
    const ends = object && SYMMETRIC_CORE.has(predicate.id) && object.id < subject.id ? [object.id, subject.id] : [subject.id, object?.id];
    const claim: Omit<CuratedClaim, 'citations' | 'id'> = {
      subject: ends[0] ?? '',
      predicate: predicate.id,
      object: text === undefined ? (ends[1] ?? '') : { text, lang: UNDETERMINED },
    };
    const id = into.id(`row ${JSON.stringify([claim.subject, claim.predicate, text ?? claim.object])}`);
    const shown = [mapping.subject, mapping.object].map((column) => (cells.get(column) ?? '').trim());
    into.take(into.addClaim({ id, ...claim }, this.saidBy(mapping, row, `${shown[0]} – ${predicate.words} – ${shown[1]}`), place));
    this.tellUnmapped(mapping, cells, place);
    return undefined;
  }

  private endAt(end: 'subject' | 'object', mapping: ClaimsMapping, { cells, place }: ClaimRow): EndFound | Fault {
    const cell = (cells.get(mapping[end]) ?? '').trim();
    if (cell === '') return [`it has no ${end}`, `fill the column “${mapping[end]}”, or map another one`];
    const { types, entities } = this.chosenBy(mapping);
    const chosen = entities.get(cell);
    if (chosen !== undefined) return { id: chosen };
    if (mapping.ends === 'ids')
      return ID_PATTERN.test(cell) ? { id: cell } : [`its ${end} is no id of an entity of the case`, 'map the ends as names, or write ids of the case'];
    if (mapping.ends === 'nodes')
      return (
        this.nodes.get(cell) ?? [
          `its ${end} is not among the entities that were taken over`,
          'give the table of entities in the same import, with this id in it',
        ]
      );
    const name = usableLine(cell);
    if (name === undefined)
      return [
        `its ${end} is no name that can be kept as it is written`,
        'write it in one line of at most 500 characters, without characters that show nothing',
      ];
    const typeFrom = end === 'subject' ? mapping.subjectType : mapping.objectType;
    const type = typeFrom ? this.typeAt(typeFrom, cells, types) : ([`what its ${end} is is not said`, `map the type of the ${end}`] as const);
    if (isFault(type)) return type;
    const known = this.named.get(name);
    if (known && known.type !== type) return [`its ${end} is a ${known.type} in an earlier row, and a ${type} here`, 'give it one type, or two names'];
    if (known) return known;
    const id = this.into.id(`name ${name}`);
    this.into.addEntity({ id, type, lang: UNDETERMINED, names: [{ text: name, kind: 'primary' }] }, place, false);
    const made = { id, type };
    this.named.set(name, made);
    return made;
  }

  private typeAt(from: NonNullable<ClaimsMapping['subjectType']>, cells: ReadonlyMap<string, string>, chosen: Chosen['types']): EntityType | Fault {
    if ('fixed' in from) return from.fixed;
    const cell = cells.get(from.column) ?? '';
    const said = usableLine(cell)?.slice(0, 60) ?? '';
    return typeOfCell(cell, chosen) ?? [`its type “${said}” is none of the model's`, 'say in the mapping which type it means'];
  }

  /** A predicate of the core vocabulary only where the mapping says so, or the words are exactly its own and accuse nobody. */
  private predicateAt(mapping: ClaimsMapping, { cells, place }: ClaimRow, types: Partial<EndTypes>): { id: string; words: string } | Fault {
    const { predicate } = mapping;
    const cell = 'column' in predicate ? usableLine(cells.get(predicate.column) ?? '') : undefined;
    if ('column' in predicate && cell === undefined)
      return ['it does not say how its two ends are linked', `fill the column “${predicate.column}”, or map one fixed predicate`];
    const words = 'fixed' in predicate ? usableLine(predicate.fixed) : cell;
    const chosen = 'id' in predicate ? predicate.id : this.chosenBy(mapping).predicates.get(words ?? '');
    const both = types.subject !== undefined && types.object !== undefined ? { subject: types.subject, object: types.object } : undefined;
    if (chosen !== undefined) {
      if (both && isCore(chosen) && !fitsCore(chosen, both))
        return [`“${chosen}” does not link a ${both.subject} to a ${both.object}`, 'choose another predicate, or other types, in the mapping'];
      return { id: chosen, words: words ?? chosen };
    }
    if (words === undefined) return ['the fixed words of its predicate cannot be kept as they are written', 'write them in one line'];
    if (mapping.objectIs === 'text') return { id: this.into.predicateOf(words, place, 'text'), words };
    const core = both && (isCore(words) && fitsCore(words, both) ? words : coreOfWords(words, both));
    return { id: core !== undefined && !ACCUSING_CORE.has(core) ? core : this.into.predicateOf(words, place), words };
  }

  private saidBy(mapping: ClaimsMapping, row: ClaimRow, shown: string): Parameters<ForeignCase['addClaim']>[1] {
    const { cells, file, place } = row;
    const at = (column: string | undefined): string => (column === undefined ? '' : (cells.get(column) ?? '')).trim().replaceAll(/\r\n?/g, '\n');
    const quoted = at(mapping.quote);
    const quote = quoted.length > QUOTED_CHARACTERS ? undefined : usableText(quoted);
    if (quoted !== '' && quote === undefined) this.into.lost.add('words of a passage that are too many, or hold what would be taken out of them', place);
    const note = usableText(at(mapping.note));
    if (at(mapping.note) !== '' && note === undefined) this.into.lost.add('a note that is too long, or holds what would be taken out of it', place);
    const happened = this.dateAt(mapping.happened, mapping, row);
    const locator = placeOfCell(at(mapping.place));
    const source = this.sourceOf(mapping, row);
    const row1 = usableText(shown);
    return {
      sources: [source ?? this.into.fileSource(place, file)],
      paraphrase: `Converted: a row of an imported table${row1 === undefined ? '.' : `, “${row1}”.`}${note === undefined ? '' : ` It says there: ${note}`}`,
      ...(happened === undefined ? {} : { happened: { edtf: happened, basis: 'stated' as const } }),
      ...(locator === undefined ? {} : { locator }),
      ...(quote === undefined || quote === '' ? {} : { quote }),
    };
  }

  private dateAt(column: string | undefined, { dateOrder }: ClaimsMapping, { cells, place }: ClaimRow): CuratedDate | undefined {
    const cell = column === undefined ? '' : (cells.get(column) ?? '').trim();
    if (cell === '') return undefined;
    const date = dateOfCell(cell, dateOrder);
    if (date === undefined)
      this.into.lost.add(
        'a date that is none, or may be read in two ways',
        place,
        'write it as 2021-03-04, or say in the mapping whether day or month comes first',
      );
    return date;
  }

  /** The source that the row names; undefined where it names none. */
  private sourceOf(mapping: ClaimsMapping, row: ClaimRow): string | undefined {
    const { cells, place } = row;
    const said = (of: ClaimsMapping['sourceTitle']): string => (of === undefined ? '' : 'fixed' in of ? of.fixed : (cells.get(of.column) ?? '')).trim();
    const address = said(mapping.sourceAddress);
    const url = usableAddress(address);
    if (address !== '' && url === undefined) this.into.lost.add('an address of a source that is none of the web', place, 'write it whole, with https://');
    const [title, publisher] = [usableLine(said(mapping.sourceTitle)), usableLine(said(mapping.sourcePublisher))];
    if (url === undefined && title === undefined && publisher === undefined) return undefined;
    const published = this.dateAt(mapping.published, mapping, row);
    const id = this.into.id(`source ${url ?? JSON.stringify([title, publisher, published])}`);
    if (!this.into.hasSource(id))
      this.into.addSource(
        {
          id,
          kind: 'reference',
          ...(title === undefined ? {} : { title }),
          ...(publisher === undefined ? {} : { publisher }),
          ...(url === undefined ? {} : { url }),
          ...(published === undefined ? {} : { published: { edtf: published, basis: 'stated' as const } }),
          voice: { name: publisher ?? title },
        },
        place,
      );
    return id;
  }

  /** What no part of the mapping takes is counted, by its column. */
  private tellUnmapped(mapping: TableMapping, cells: ReadonlyMap<string, string>, place: ForeignPlace): void {
    const { taken } = this.chosenBy(mapping);
    for (const [column, cell] of cells) if (!taken.has(column) && cell.trim() !== '') this.into.lost.add(`the column “${column}”`, place);
  }

  private chosenBy(mapping: TableMapping): Chosen {
    const known = this.chosen.get(mapping);
    if (known) return known;
    const made: Chosen = {
      types: new Map((mapping.types ?? []).map(({ cell, type }) => [cell.trim(), type])),
      entities: new Map((mapping.entities ?? []).map(({ cell, id }) => [cell.trim(), id])),
      predicates: new Map((mapping.rows === 'claims' ? (mapping.predicates ?? []) : []).map(({ cell, id }) => [cell.trim(), id])),
      taken: new Set(columnsOf(mapping)),
    };
    this.chosen.set(mapping, made);
    return made;
  }
}

interface Chosen {
  types: ReadonlyMap<string, EntityType>;
  entities: ReadonlyMap<string, string>;
  predicates: ReadonlyMap<string, string>;
  taken: ReadonlySet<string>;
}
type CuratedDate = Exclude<NonNullable<CuratedCitation['happened']>, readonly unknown[]>['edtf'];
