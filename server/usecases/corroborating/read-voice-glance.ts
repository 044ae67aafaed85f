/** Reads a voice at a glance: who tells its claims before and after it, what it answers to, whom it carries and who carries it. */
import { API_LIMITS } from '../../contract/parts.ts';
import type { readVoiceGlance as contract } from '../../contract/routes/sources.ts';
import type { DaysBetween } from '../../domain/corroboration/told-when.ts';
import { voiceGlanceInSlices, type Apart } from '../../domain/corroboration/voice-glance.ts';
import { eachInSlices } from '../../domain/figures/in-slices.ts';
import { AppError } from '../../domain/model/errors.ts';
import { readGraph } from '../../graph/open-graph.ts';
import { runInSlices } from '../../graph/run-in-slices.ts';
import type { Database } from '../../store/connect.ts';
import { clocksOf, type AnswerOf, type CallOptions, type InputOf } from '../route-types.ts';
import { claimListItems } from '../views/claim-list-item.ts';
import { voiceReference } from '../views/references.ts';

type Route = typeof contract;

export async function readVoiceGlance(db: Database, { params, query }: Pick<InputOf<Route>, 'params' | 'query'>, o?: CallOptions): Promise<AnswerOf<Route>> {
  return readGraph(
    db,
    clocksOf(query),
    async (graph) => {
      const whole = await graph.whole();
      const voice = whole.records.voices.get(params.id);
      if (!voice) throw new AppError('not-found', `There is no voice "${params.id}".`);
      const glance = await runInSlices(voiceGlanceInSlices(whole, voice));
      const beside = glance.beside.slice(0, API_LIMITS.glanceVoices).map((one) => ({ ...one, told: one.told.slice(0, API_LIMITS.glanceTold) }));
      const disputes = glance.disputes.slice(0, API_LIMITS.glanceClaims);
      const accusedBy = glance.accusedBy.slice(0, API_LIMITS.glanceClaims);
      const ids = new Set([...beside.flatMap(({ told }) => told.map(({ claim }) => claim)), ...disputes.map(({ claim }) => claim), ...accusedBy]);
      const items = new Map((await runInSlices(eachInSlices(ids, (id) => claimListItems([id], whole)))).flat().map((item) => [item.id, item]));
      const counted = (list: readonly { voice: string; claims: number }[]) =>
        list.slice(0, API_LIMITS.glanceVoices).map((one) => ({ ...voiceReference(one.voice, whole), claims: one.claims }));
      return {
        voice: voiceReference(voice.id, whole),
        beside: beside.map(({ voice: other, claims, after, before, sameDay, open, told }) => ({
          ...voiceReference(other, whole),
          claims,
          ...(after ? { after: apartView(after) } : {}),
          ...(before ? { before: apartView(before) } : {}),
          sameDay,
          open,
          told: told.flatMap(({ claim, sequence, days }) => {
            const item = items.get(claim);
            return item ? [{ claim: item, sequence, days: daysView(days) }] : [];
          }),
        })),
        disputes: disputes.flatMap(({ claim, levels }) => {
          const item = items.get(claim);
          return item ? [{ claim: item, levels }] : [];
        }),
        accusedBy: accusedBy.flatMap((id) => items.get(id) ?? []),
        carries: counted(glance.carries),
        carriedBy: counted(glance.carriedBy),
        totals: {
          beside: glance.beside.length,
          disputes: glance.disputes.length,
          accusedBy: glance.accusedBy.length,
          carries: glance.carries.length,
          carriedBy: glance.carriedBy.length,
        },
        revision: graph.revision,
      };
    },
    o,
  );
}

/** An end that is not known is left out. */
function daysView({ least, most }: DaysBetween): { least?: number; most?: number } {
  return { ...(Number.isFinite(least) ? { least } : {}), ...(Number.isFinite(most) ? { most } : {}) };
}

function apartView({ claims, ...days }: Apart): { claims: number; least?: number; most?: number } {
  return { claims, ...daysView(days) };
}
