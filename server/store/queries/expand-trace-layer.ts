/** One layer of a trace. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';

export const expandTraceLayer = defineQuery({
  file: 'read/expand-trace-layer.cypher',
  mode: 'READ',
  params: z.strictObject({
    rev: z.int(),
    frontier: z.array(z.string()),
    ends: z.array(z.string()),
    relTypes: z.array(z.string()),
    rankAtLeast: z.int(),
    uninvolvedAtLeast: z.int(),
    closedTypes: z.array(z.string()),
    throughGeneric: z.boolean(),
    throughAggregate: z.boolean(),
    degreeLimit: z.int(),
    scan: z.int(),
    limit: z.int(),
  }),
  row: z.object({ id: z.string(), reached: z.array(z.string()), hubs: z.array(z.string()), met: z.int(), isCut: z.boolean() }),
});
