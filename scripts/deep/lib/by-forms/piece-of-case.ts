/** The records that one file of a curated case needs: its claims, and every record they name, those that these name included. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AttestFile, attestFile } from '../../../../server/contract/file-format.ts';

export type Piece = Required<Pick<AttestFile, 'voices' | 'sources' | 'entities' | 'predicates' | 'claims' | 'identities'>> &
  Pick<AttestFile, 'format'> & { dataset: NonNullable<AttestFile['dataset']> };

const read = (folder: string, file: string): AttestFile => attestFile.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));

/** @param file of the folder of a case that is split as `iran-plots` is */
export function pieceOfCase(folder: string, file: string): Piece {
  const { claims = [], defaults } = read(folder, file);
  const { dataset, predicates = [] } = read(folder, 'dataset.json');
  if (!dataset) throw new Error(`${folder} has no dataset.`);
  const entities = new Map((read(folder, 'entities.json').entities ?? []).map((one) => [one.id, one]));
  const sources = new Map((read(folder, 'sources.json').sources ?? []).map((one) => [one.id, one]));
  const voices = new Map((read(folder, 'voices.json').voices ?? []).map((one) => [one.id, one]));
  const needed = { entities: new Set<string>(), sources: new Set<string>(), voices: new Set<string>(), predicates: new Set<string>() };
  const entity = (id: unknown): void => {
    const one = typeof id === 'string' ? entities.get(id) : undefined;
    if (!one || needed.entities.has(one.id)) return;
    needed.entities.add(one.id);
    one.candidates?.forEach(entity);
    for (const { sources: printed = [] } of one.names) printed.forEach(source);
  };
  const source = (id: string | undefined): void => {
    const one = id === undefined ? undefined : sources.get(id);
    if (!one || needed.sources.has(one.id)) return;
    needed.sources.add(one.id);
    source(one.textOf?.source);
    voice(one.voice);
  };
  const voice = (id: string): void => {
    const one = voices.get(id);
    if (!one || needed.voices.has(id)) return;
    needed.voices.add(id);
    one.entities?.forEach(entity);
    if (Array.isArray(one.stake)) for (const part of one.stake) if ('entity' in part) entity(part.entity);
  };
  const whole = claims.map((claim) => ({ ...claim, citations: claim.citations.map((one) => ({ ...defaults, ...one })) }));
  for (const claim of whole) {
    needed.predicates.add(claim.predicate);
    [claim.subject, claim.object, claim.via, claim.to, claim.at, claim.in, claim.instrument].flat().forEach(entity);
    for (const one of claim.citations) {
      [one.source, one.origin, ...(one.through ?? [])].forEach(source);
      const { by, case: of } = (one.standing ?? {}) as { by?: string; case?: string };
      [one.statedBy, by, of].forEach(entity);
    }
  }
  const taken = <T>(all: ReadonlyMap<string, T>, ids: ReadonlySet<string>): T[] => [...all].flatMap(([id, one]) => (ids.has(id) ? [one] : []));
  return {
    format: 'attest/1',
    dataset,
    voices: taken(voices, needed.voices),
    sources: taken(sources, needed.sources),
    entities: taken(entities, needed.entities),
    predicates: predicates.filter(({ id }) => needed.predicates.has(id)),
    claims: whole,
    identities: (read(folder, 'identities.json').identities ?? []).filter(({ a, b }) => needed.entities.has(a) && needed.entities.has(b)),
  };
}
