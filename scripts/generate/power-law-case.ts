/** Generates a curated case of any size with power-law degrees, one hub, and several voices on each chain of sources. The same seed gives the same bytes. */
import { seededRandom } from '../../server/domain/picturing/place/seeded-random.ts';
import type { AttestFile, FileCitation, FileClaim } from '../../server/contract/file-format.ts';

export interface CaseSize {
  /** Dataset id, also the prefix of every id. */
  dataset: string;
  seed: number;
  entities: number;
  claims: number;
  /** Mean number of citations of a claim; default 1.5. */
  citationsPerClaim?: number;
  /** Number of claims of the hub; default 0. */
  hubDegree?: number;
}

const TYPES = ['Person', 'Person', 'Person', 'Person', 'Person', 'Gang', 'Agency', 'Organization', 'Plot', 'Event'] as const;
const FIRST = ['Anna', 'Boris', 'Cyrus', 'Darya', 'Élise', 'Fərid', 'Giorgi', 'حسن', 'Ирина', 'مریم', 'Jonas', 'Кирилл'];
const LAST = ['Adler', 'Bəyov', 'Corvin', 'Demir', 'Eskandari', 'Фомин', 'Grigoryan', 'Halasz', 'کاظمی', 'Larsen', 'Moreau', 'Нуриев'];
const ANY = ['Person', 'Gang', 'Agency', 'Organization', 'Plot', 'Event'] as const;
const PREDICATES = [
  { name: 'hired', group: 'sponsorship', accuses: ['subject', 'object'], roles: { subject: 'sponsor', object: 'perpetrator' }, within: false },
  { name: 'passed-orders-to', group: 'intermediation', accuses: ['subject'], roles: { subject: 'intermediary' }, within: false },
  { name: 'took-part-in', group: 'execution', accuses: ['subject'], roles: { subject: 'perpetrator' }, within: false },
  { name: 'belonged-to', group: 'structure', accuses: [], roles: {}, within: true },
  { name: 'met', group: 'association', accuses: [], roles: {}, within: false },
] as const;

const pad = (n: number) => String(n).padStart(7, '0');

/** The first file of the case: dataset, voices, sources, predicates. */
function headFile(size: CaseSize, sources: number): AttestFile {
  const p = size.dataset;
  return {
    format: 'attest/1',
    dataset: { id: p, title: `Generated case ${p}`, curator: 'generator', licence: 'CC0-1.0', knowledgeUntil: { edtf: '2024-06', basis: 'stated' } },
    voices: Array.from({ length: Math.max(2, Math.ceil(sources / 3)) }, (_, i) => ({
      id: `${p}:voice-${i}`,
      name: `Voice ${i}`,
      stake: i % 4 === 0 ? ('unclear' as const) : ('none' as const),
    })),
    sources: Array.from({ length: sources }, (_, i) => ({
      id: `${p}:source-${i}`,
      kind: 'article',
      publisher: `Publisher ${i % 7}`,
      title: `Report ${i}`,
      published: { edtf: `20${10 + (i % 14)}-0${1 + (i % 9)}`, basis: 'stated' as const },
      voice: `${p}:voice-${i % Math.max(2, Math.ceil(sources / 3))}`,
      seen: i % 5 !== 0,
      // Every third source carries an earlier one, which gives chains and no cycles.
      ...(i % 3 === 2 ? { textOf: { source: `${p}:source-${i - 1}`, how: 'republishes' as const } } : {}),
    })),
    predicates: PREDICATES.map((q) => ({
      id: `${p}:${q.name}`,
      forms: {
        finite: q.name.replaceAll('-', ' '),
        infinitive: `to have ${q.name.replaceAll('-', ' ')}`,
        passive: `was ${q.name.replaceAll('-', ' ')} by`,
        noun: q.name.replaceAll('-', ' '),
      },
      inverse: `${q.name}-by`,
      group: q.group,
      subject: [...ANY],
      takes: [...ANY],
      qualifiers: ['via' as const, 'in' as const],
      accuses: [...q.accuses],
      within: q.within,
      traversed: true,
      roles: { ...q.roles },
      definition: 'Generated for measuring.',
      example: 'A did so to B.',
      misuse: 'Not for real cases.',
    })),
  };
}

/** Files of at most about 5,000 entities or claims each, the head file first. */
export function* generateCase(size: CaseSize): Generator<{ name: string; content: AttestFile }> {
  const random = seededRandom(size.seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const p = size.dataset;
  const sources = Math.max(6, Math.min(2_000, Math.ceil(size.claims / 50)));
  yield { name: 'head.json', content: headFile(size, sources) };

  const CHUNK = 5_000;
  const entityId = (i: number) => `${p}:e${pad(i)}`;
  const typeOf = (i: number) => TYPES[i % TYPES.length] as (typeof TYPES)[number];
  for (let start = 0; start < size.entities; start += CHUNK) {
    const entities: AttestFile['entities'] = [];
    for (let i = start; i < Math.min(size.entities, start + CHUNK); i++) {
      const text = typeOf(i) === 'Person' ? `${pick(FIRST)} ${pick(LAST)} ${i}` : `${typeOf(i)} ${pick(LAST)} ${i}`;
      entities.push({ id: entityId(i), type: typeOf(i), names: [{ text, lang: 'en', kind: 'primary' }] });
    }
    yield { name: `entities-${pad(start)}.json`, content: { format: 'attest/1', entities } };
  }

  // Cubing a uniform number favours low indexes, which gives a power law with a long tail.
  const skewed = () => Math.floor(size.entities * random() ** 3);
  const accuser = size.entities > 6 ? entityId(6) : entityId(0);
  const citation = (claim: number, n: number, accusatory: boolean): FileCitation => ({
    source: `${p}:source-${Math.floor(random() * sources)}`,
    locator: { paragraph: 1 + ((claim + n) % 40) },
    paraphrase: `Passage ${n} on claim ${claim}.`,
    originBasis: 'own-voice',
    standing: random() < 0.5 ? { level: 'reported' } : accusatory ? { level: 'alleged', by: accuser } : { level: 'confirmed', by: accuser },
    ...(random() < 0.3 ? { happened: { edtf: `20${10 + Math.floor(random() * 14)}`, basis: 'stated' as const } } : {}),
  });
  const mean = size.citationsPerClaim ?? 1.5;
  for (let start = 0; start < size.claims; start += CHUNK) {
    const claims: FileClaim[] = [];
    for (let i = start; i < Math.min(size.claims, start + CHUNK); i++) {
      const predicate = pick(PREDICATES);
      const subject = i < (size.hubDegree ?? 0) ? 0 : skewed();
      let object = Math.floor(random() * size.entities);
      if (object === subject) object = (object + 1) % size.entities;
      const count = Math.max(1, Math.floor(mean) + (random() < mean % 1 ? 1 : 0));
      claims.push({
        id: `${p}:c${pad(i)}`,
        subject: entityId(subject),
        predicate: `${p}:${predicate.name}`,
        object: entityId(object),
        // Keeps parallel claims of one pair distinct propositions.
        occasion: `generated ${i}`,
        citations: Array.from({ length: count }, (_, n) => citation(i, n, predicate.accuses.length > 0)),
      });
    }
    yield { name: `claims-${pad(start)}.json`, content: { format: 'attest/1', claims } };
  }
}

/** The files as bytes, ready to import. */
export function generateFiles(size: CaseSize): { name: string; bytes: Uint8Array }[] {
  const encoder = new TextEncoder();
  return [...generateCase(size)].map(({ name, content }) => ({ name, bytes: encoder.encode(JSON.stringify(content)) }));
}
