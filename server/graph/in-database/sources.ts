/** Questions about sources and voices, and what rests on them, counted over what the domain derived and the database stores. */
import { AppError } from '../../domain/model/errors.ts';
import { readClaims } from '../../store/statements/claims.ts';
import { tallyVoices } from '../../store/statements/counts.ts';
import { listSourceRows, readSourceClaims, readSourceJson } from '../../store/statements/sources.ts';
import { readVoiceClaims, readVoiceJson } from '../../store/statements/voices.ts';
import type { Graph, SourceAnswer, VoiceAnswer } from '../graph.ts';
import type { ViewContext } from '../view-context.ts';
import { rowContext, type DatabaseReader } from './row-context.ts';
import { parseSource, parseVoice, voiceContext } from './voice-context.ts';

export async function sourceList(reader: DatabaseReader): ReturnType<Graph['sources']> {
  const rows = await listSourceRows.run(reader.tx, { rev: reader.revision });
  return { sources: rows.map(({ json, readFor, rootOf }) => ({ source: parseSource(json), readFor, rootOf })), ctx: await voiceContext(reader) };
}

export async function voiceList(reader: DatabaseReader): ReturnType<Graph['voices']> {
  const ctx = await voiceContext(reader);
  const tally = new Map((await tallyVoices.run(reader.tx, { rev: reader.revision })).map((row) => [row.voice, row]));
  const voices = [...ctx.records.voices.values()].map((voice) => {
    const counts = tally.get(voice.id);
    return { voice, claims: counts?.claims ?? 0, alone: counts?.alone ?? 0 };
  });
  return { voices, ctx };
}

/** The context of some claims, with all voices. @param entities whose nodes are wanted too */
async function contextOfClaims(reader: DatabaseReader, ids: Iterable<string>, entities: readonly string[] = []): Promise<ViewContext> {
  const voices = await voiceContext(reader);
  const ctx = await rowContext(reader, await readClaims.run(reader.tx, { rev: reader.revision, ids: [...new Set(ids)] }), entities);
  return { ...ctx, nameOf: (id) => ctx.node(id)?.name ?? voices.nameOf(id) };
}

export async function sourceOf(reader: DatabaseReader, id: string, limit: number): Promise<SourceAnswer> {
  const { tx, revision: rev } = reader;
  const [own] = await readSourceJson.run(tx, { rev, id });
  const [resting] = await readSourceClaims.run(tx, { rev, id, limit });
  if (!own || !resting) throw new AppError('not-found', `There is no source "${id}".`);
  return {
    source: parseSource(own.json),
    carries: own.carries.map(parseSource),
    carriedBy: own.carriedBy.map(parseSource),
    takesFrom: own.takesFrom.map(({ source, claims }) => ({ source: parseSource(source), claims })),
    readFor: { ids: resting.readFor, total: resting.readForTotal },
    rootOf: { ids: resting.rootOf, total: resting.rootOfTotal },
    alone: { ids: resting.alone, total: resting.aloneTotal },
    ctx: await contextOfClaims(reader, [...resting.readFor, ...resting.rootOf, ...resting.alone]),
  };
}

export async function voiceOf(reader: DatabaseReader, id: string, limit: number): Promise<VoiceAnswer> {
  const { tx, revision: rev } = reader;
  const [own] = await readVoiceJson.run(tx, { rev, id });
  const [resting] = await readVoiceClaims.run(tx, { rev, id, limit });
  if (!own || !resting) throw new AppError('not-found', `There is no voice "${id}".`);
  const voice = parseVoice(own.json);
  return {
    voice,
    sources: own.sources.map(parseSource),
    claims: { ids: resting.claims, total: resting.claimsTotal },
    alone: { ids: resting.alone, total: resting.aloneTotal },
    carriedBy: resting.carriedBy,
    takesFrom: own.takesFrom,
    ctx: await contextOfClaims(reader, [...resting.claims, ...resting.alone], voice.entities),
  };
}
