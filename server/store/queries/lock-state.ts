/** Takes the lock of the one state node. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';

export const lockState = defineQuery({ file: 'write/lock-state.cypher', mode: 'WRITE', params: z.strictObject({ lock: z.string() }), row: z.object({}) });
