/** Takes a person out of the lines of a copy: of the records, their past states, and all else that a database holds. */
import { canonicalJson } from '../../domain/model/canonical-json.ts';
import type { ClaimPut } from '../../domain/importing/change-plan.ts';
import { RECORD_KINDS, type EntityType, type RecordKind } from '../../domain/model/lists.ts';
import type { Citation, Claim, Dataset, Entity, IdentityDecision, Predicate, RivalSet, Source, Voice } from '../../domain/model/records.ts';
import type { Question } from '../../domain/model/questions.ts';
import { segmentsOf } from '../../domain/model/segments.ts';
import type { WordChoice } from '../../domain/redacting/name-words.ts';
import { redactRecord } from '../../domain/redacting/redact-record.ts';
import { redactText, redactValue } from '../../domain/redacting/redact-value.ts';
import { RedactionScope, type Redaction } from '../../domain/redacting/redaction.ts';
import { isNode, type CopyLine, type NodeLine, type TieLine } from '../copying/copy-lines.ts';
import { endsOfClaim, shapeCitation, shapeClaim, shapeEntity, shapeIdentity, shapeSimple, shapeSource, shapeVoice, type Props } from '../shape-records.ts';

type AnyRecord = { id: string; dataset: string };
type Lines = () => AsyncIterable<CopyLine>;

const KIND_OF_LABEL = new Map<string, RecordKind>(RECORD_KINDS.map((kind) => [kind.charAt(0).toUpperCase() + kind.slice(1), kind]));
const kindOf = ({ labels }: NodeLine): RecordKind | undefined => labels.map((label) => KIND_OF_LABEL.get(label)).find((kind) => kind !== undefined);
/** Kinds whose ids are worked out from what they say. */
const DERIVED_IDS: ReadonlySet<string> = new Set<RecordKind>(['citation', 'rivals', 'identity']);
/** Properties of closed words and of digests. */
const CLOSED_PROPERTIES = new Set(['kind', 'type', 'level', 'group', 'role', 'stance', 'decision', 'sha256', 'digest', 'at', '_key', '_search', '_said']);

/** A state of a record, present or past, as JSON. */
export function stateJson(line: NodeLine): { kind: RecordKind; json: string } | undefined {
  const { _json, json, key } = line.properties;
  const kind = kindOf(line);
  if (kind && typeof _json === 'string') return { kind, json: _json };
  if (line.labels.includes('_Version') && typeof json === 'string' && typeof key === 'string')
    return { kind: key.slice(0, key.indexOf('/')) as RecordKind, json };
  return undefined;
}

function stateIn(line: NodeLine): { kind: RecordKind; record: AnyRecord } | undefined {
  const state = stateJson(line);
  return state && { kind: state.kind, record: JSON.parse(state.json) as AnyRecord };
}

export interface RedactionRequest extends WordChoice {
  /** Id of the person. */
  entity: string;
  salt: string;
  /** When it is done, ISO 8601. */
  at: string;
}

/**
 * Reads all lines twice to learn what names the person.
 * @returns undefined where no person has the id
 */
export async function scopeOf(lines: Lines, { entity, salt, at, ...choice }: RedactionRequest): Promise<{ redaction: Redaction; type: string } | undefined> {
  const scope = new RedactionScope(entity);
  for await (const line of lines()) {
    if (!isNode(line)) break;
    for (const name of ['id', 'aliases']) for (const id of [line.properties[name]].flat()) if (typeof id === 'string') scope.addId(id);
    const state = stateIn(line);
    if (!state) continue;
    scope.addId(state.record.id);
    scope.addRecord(state.kind, state.record);
  }
  if (scope.type === undefined) return undefined;
  const redaction = scope.redaction({ salt, on: at.slice(0, 10), ...choice });
  const derived = new Map<string, string>();
  const texts = new Set<string>();
  const placed = new Map<string, { source: string; paragraph: number }>();
  for await (const line of lines()) {
    if (!isNode(line)) break;
    const { source, _text } = line.properties;
    if (line.labels.includes('_Text') && (redaction.sources.has(String(source)) || redaction.remove.finds(String(_text)))) texts.add(String(source));
    const state = stateIn(line);
    if (!state || !DERIVED_IDS.has(state.kind)) continue;
    if (kindOf(line) === 'citation') {
      const { id, source: read, locator } = state.record as Citation;
      if (locator && 'paragraph' in locator) placed.set(id, { source: read, paragraph: locator.paragraph });
    }
    const { id } = redactRecord(redaction, state.kind, state.record);
    if (id !== state.record.id) derived.set(state.record.id, id);
  }
  return { redaction: { ...redaction, ids: new Map([...redaction.ids, ...derived]), texts, placed }, type: scope.type };
}

/** A claim that is drawn and tied anew, because its ends or qualifiers stand in another order under their new ids. */
interface Moved {
  put: ClaimPut;
  n: number;
  /** Properties of a segment that it had, by its type. */
  segments: Map<string, Props>;
}

/** Says of a citation that the text it was made for was redacted. A type, so that it can be the properties of a node. */
type AnchorOfRedacted = { source: string; citation: string; paragraph: number };

/** Redacts line by line: all nodes first, then the relationships, then `added`. */
export class LineRedactor {
  /** Present records that are written anew, by kind. */
  readonly changed = new Map<RecordKind, number>();
  /** Past states that are written anew. */
  versions = 0;
  texts = 0;
  notes = 0;
  /** Entries that are neither records nor their past: change sets, views, sets, notes on others. */
  others = 0;
  /** Ids, before, of the citations of which it is kept what they were made for. */
  private readonly anchored = new Set<string>();
  private readonly moved = new Map<string, Moved>();
  private readonly movedNumbers = new Set<number>();
  private readonly numbers = new Map<string, number>();
  private readonly types = new Map<string, EntityType>();
  private readonly predicates = new Map<string, Predicate>();

  constructor(private readonly redaction: Redaction) {}

  /** @returns undefined where the node goes; the same line where nothing of it names the person */
  node(line: NodeLine): NodeLine | undefined {
    const kind = kindOf(line);
    if (kind) return this.record(kind, line);
    const { properties } = line;
    const is = (label: string) => line.labels.includes(label);
    if (is('_Redaction')) return line;
    if (is('_Version')) {
      const version = this.version(line);
      if (version !== line) this.versions += 1;
      return version;
    }
    if (is('_Text') && this.redaction.texts.has(String(properties['source']))) {
      this.texts += 1;
      return undefined;
    }
    if (is('_Anchor')) return this.anchor(line);
    if (is('_NotebookEntry') && this.noteGoes(properties)) {
      this.notes += 1;
      return undefined;
    }
    const plain = this.properties(properties);
    if (plain === properties) return line;
    this.others += 1;
    return { ...line, properties: plain };
  }

  /** @returns undefined where the relationship is drawn anew among those of `added` */
  tie(line: TieLine): TieLine | undefined {
    const { claim } = line.properties;
    if (typeof claim === 'string') {
      const moved = this.moved.get(claim);
      if (moved) {
        moved.segments.set(line.type, line.properties);
        return undefined;
      }
    } else if (this.movedNumbers.has(line.a) && line.type.startsWith('HAS')) return undefined;
    const properties = this.properties(line.properties);
    return properties === line.properties ? line : { ...line, properties };
  }

  /** The relationships of claims whose ends or qualifiers stand in another order. */
  added(): TieLine[] {
    return [...this.moved.values()].flatMap(({ put, n, segments }) => {
      const { claim } = put;
      const numberOf = (id: string) => this.numbers.get(id) ?? -1;
      const { ends, again } = endsOfClaim(put);
      const ties = (type: string, list: typeof ends) => list.map(([id, role, i]): TieLine => ({ a: n, b: numberOf(id), type, properties: { role, i } }));
      const predicate = this.predicates.get(claim.predicate);
      const drawn = predicate ? segmentsOf(claim, predicate, (id) => this.types.get(id)) : [];
      return [
        ...ties('HAS', ends),
        ...ties('HAS_AGAIN', again),
        ...drawn.map(({ from, to, group, n: number }): TieLine => {
          const type = group.toUpperCase();
          return { a: numberOf(from), b: numberOf(to), type, properties: { ...segments.get(type), claim: claim.id, n: number } };
        }),
      ];
    });
  }

  private record(kind: RecordKind, line: NodeLine): NodeLine {
    const { properties } = line;
    const before: AnyRecord = JSON.parse(String(properties['_json']));
    const after = redactRecord(this.redaction, kind, before);
    if (kind === 'entity') {
      this.numbers.set(after.id, line.n);
      this.types.set(after.id, (after as Entity).type);
    }
    if (kind === 'predicate') this.predicates.set(after.id, after as unknown as Predicate);
    const rest = this.properties(properties);
    if (after === before && rest === properties) return line;
    this.changed.set(kind, (this.changed.get(kind) ?? 0) + 1);
    const aliases = listIn(rest['aliases']);
    const shaped = shapeOf(kind, after, { datasets: listIn(rest['datasets']) ?? [after.dataset], aliases: aliases ?? [] });
    if (kind === 'claim') this.noteMoved(before as Claim, after as Claim, line.n, aliases ?? []);
    const all = { ...rest, ...shaped, ...(kind === 'claim' ? { stale: true } : {}) };
    return { ...line, properties: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null && value !== undefined)) };
  }

  private noteMoved(before: Claim, after: Claim, n: number, aliases: string[]): void {
    const put = { claim: after, datasets: [after.dataset], aliases };
    // As it is tied now, under the ids of then.
    const tied = endsOfClaim({ ...put, claim: before });
    const now = (list: typeof tied.ends) => list.map(([id, role, i]) => [this.redaction.ids.get(id) ?? id, role, i]);
    const ends = endsOfClaim(put);
    if (JSON.stringify([now(tied.ends), now(tied.again)]) === JSON.stringify([ends.ends, ends.again])) return;
    this.moved.set(before.id, { put, n, segments: new Map() });
    this.movedNumbers.add(n);
  }

  private version(line: NodeLine): NodeLine {
    const state = stateIn(line);
    if (!state) return line;
    const record = redactRecord(this.redaction, state.kind, state.record);
    const rest = this.properties(line.properties);
    if (rest === line.properties && record === state.record) return line;
    return { ...line, properties: { ...rest, key: `${state.kind}/${record.id}`, json: canonicalJson(record) } };
  }

  /** Of a paragraph that is taken out, neither words nor a digest stay: the citation then marks nothing in any other text. */
  private anchor(line: NodeLine): NodeLine | undefined {
    const { citation, paragraph, words } = line.properties;
    const id = String(citation);
    const place = this.redaction.placed.get(id);
    const isTold = this.redaction.citations.has(id) || this.redaction.remove.finds(String(words ?? ''));
    const isElsewhere = place !== undefined && this.redaction.texts.has(place.source) && place.paragraph !== paragraph;
    if (isTold && !place) return undefined;
    this.anchored.add(id);
    if (place && (isTold || isElsewhere)) return { ...line, properties: this.redactedAnchor(id, place) };
    const properties = this.properties(line.properties);
    return properties === line.properties ? line : { ...line, properties };
  }

  private redactedAnchor(id: string, { source, paragraph }: { source: string; paragraph: number }): AnchorOfRedacted {
    const { ids } = this.redaction;
    return { source: ids.get(source) ?? source, citation: ids.get(id) ?? id, paragraph };
  }

  /** Once all nodes were seen: what is kept from now on of the citations whose text goes, where nothing was kept of them. */
  addedAnchors(): AnchorOfRedacted[] {
    const { placed, texts } = this.redaction;
    const without = [...placed].filter(([id, { source }]) => texts.has(source) && !this.anchored.has(id));
    return without.map(([id, place]) => this.redactedAnchor(id, place));
  }

  /** A note on the person, or on a claim on the person, says something of the person. */
  private noteGoes({ kind, names }: Props): boolean {
    if (kind !== 'note') return false;
    return (listIn(names) ?? []).some((named) => {
      const [about = '', id = ''] = named.split(/\/(.*)/su);
      const { entity, claims, citations } = this.redaction;
      if (about === 'entity') return id === entity;
      if (about === 'citation') return citations.has(id);
      return (about === 'claim' || about === 'path') && id.split(',').some((one) => claims.has(one));
    });
  }

  /** The same object where nothing changes. */
  private properties(all: Props): Props {
    let isChanged = false;
    const entries = Object.entries(all).map(([name, value]): [string, unknown] => {
      const plain = CLOSED_PROPERTIES.has(name) ? value : this.property(value);
      if (plain !== value) isChanged = true;
      return [name, plain];
    });
    return isChanged ? Object.fromEntries(entries) : all;
  }

  private property(value: unknown): unknown {
    if (typeof value === 'string') return isJson(value) ? this.json(value) : redactText(this.redaction, value);
    if (!Array.isArray(value)) return value;
    const plain = value.map((item) => (typeof item === 'string' ? redactText(this.redaction, item) : item));
    return plain.every((item, i) => item === value[i]) ? value : plain;
  }

  private json(text: string): string {
    const value: unknown = JSON.parse(text);
    const plain = canonicalJson(redactValue(this.redaction, value));
    return plain === canonicalJson(value) ? text : plain;
  }
}

function isJson(text: string): boolean {
  if (!text.startsWith('{') && !text.startsWith('[')) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const listIn = (value: unknown): string[] | undefined => (Array.isArray(value) ? value.map(String) : undefined);

/** The properties that follow from a record; null where there is none. */
function shapeOf(kind: RecordKind, record: AnyRecord, { datasets, aliases }: { datasets: string[]; aliases: string[] }): Props {
  switch (kind) {
    case 'entity':
      return shapeEntity(record as Entity).props;
    case 'voice':
      return shapeVoice(record as Voice).props;
    case 'source':
      return shapeSource(record as Source).props;
    case 'claim':
      return shapeClaim({ claim: record as Claim, datasets, aliases }).props;
    case 'citation':
      return shapeCitation(record as Citation).props;
    case 'identity':
      return shapeIdentity(record as IdentityDecision).props;
    case 'dataset': {
      const { title = null } = record as Dataset;
      return shapeSimple(record, { title }).props;
    }
    case 'predicate':
      return shapeSimple(record, { group: (record as unknown as Predicate).group }).props;
    case 'question': {
      const { kind: asked, text } = record as unknown as Question;
      return shapeSimple(record, { kind: asked, text }).props;
    }
    case 'rivals':
      return shapeSimple(record as RivalSet).props;
    default:
      return kind satisfies never;
  }
}
