/** Every voice with the names of the entities it speaks for or has a stake in. */
import { emptyRecords } from '../../domain/model/empty-records.ts';
import type { Source, Voice } from '../../domain/model/records.ts';
import { voiceEntities } from '../../domain/publishing/piece.ts';
import type { ViewContext } from '../view-context.ts';
import { nodesOf, voicesOf, type DatabaseReader } from './row-context.ts';

export function parseVoice(json: string): Voice {
  return JSON.parse(json);
}

export function parseSource(json: string): Source {
  return JSON.parse(json);
}

export async function voiceContext(reader: DatabaseReader): Promise<Pick<ViewContext, 'records' | 'nameOf'>> {
  const records = { ...emptyRecords(), voices: await voicesOf(reader) };
  const nodes = await nodesOf(reader, [...records.voices.values()].flatMap(voiceEntities));
  return { records, nameOf: (id) => nodes.get(id)?.name ?? id };
}
