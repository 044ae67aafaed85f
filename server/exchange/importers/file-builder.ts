/** Builds a curated file record by record, and keeps where each of them comes from. */
import type { RecordKind } from '../../domain/model/lists.ts';
import type { ConvertedFile, ForeignPlace } from './format.ts';

/** The lists of a curated file, with the kind of their records. */
export const KIND_OF_LIST = {
  voices: 'voice',
  sources: 'source',
  entities: 'entity',
  predicates: 'predicate',
  claims: 'claim',
  rivals: 'rivals',
  identities: 'identity',
  questions: 'question',
} as const satisfies Record<string, RecordKind>;
export type ListName = keyof typeof KIND_OF_LIST;
const LISTS = Object.keys(KIND_OF_LIST) as ListName[];

export class FileBuilder {
  private readonly lists = new Map<string, unknown[]>();
  private readonly places = new Map<string, ForeignPlace>();
  private readonly stubs = new Map<string, unknown>();

  /** @param head the members that stand before the lists, as `dataset` */
  constructor(
    readonly dataset: string,
    public head: Record<string, unknown> = {},
  ) {}

  /** @returns the pointer of the record */
  add(list: ListName, record: unknown, place: ForeignPlace): string {
    const records = this.lists.get(list) ?? [];
    this.lists.set(list, records);
    const pointer = `/${list}/${records.length}`;
    records.push(record);
    this.places.set(pointer, place);
    return pointer;
  }

  setHead(head: Record<string, unknown>, place: ForeignPlace): void {
    this.head = head;
    this.places.set('/dataset', place);
  }

  setStubs(list: string, records: unknown): void {
    this.stubs.set(list, records);
  }

  built(): ConvertedFile {
    return {
      dataset: this.dataset,
      places: this.places,
      content: {
        format: 'attest/1',
        ...this.head,
        ...Object.fromEntries(LISTS.flatMap((list) => (this.lists.has(list) ? [[list, this.lists.get(list)]] : []))),
        ...(this.stubs.size === 0 ? {} : { stubs: Object.fromEntries(this.stubs) }),
      },
    };
  }
}
