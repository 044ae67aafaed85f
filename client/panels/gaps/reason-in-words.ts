/** Why a claim wants corroboration: "Its one origin is The Herald." */
import type { z } from 'zod';
import type { gapReason } from '../../../server/contract/views.ts';
import { words } from '../../i18n/messages.ts';

const t = words.gaps;

export const reasonInWords = ({ kind, voices, sources }: z.infer<typeof gapReason>): string =>
  t.says[kind]([...voices.map(({ name, why }) => t.who(name, why)), ...sources.map(({ name }) => name)].join(' · '));
