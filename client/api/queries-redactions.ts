/** Asks what redacting a person would do, does it, and lists those who were redacted. */
import { queryOptions } from '@tanstack/react-query';
import { liftRedaction, listRedactions, planRedaction, redactPerson } from '../../server/contract/routes/keeping/redactions.ts';
import { call } from './call.ts';
import { untilAnswered } from './until-answered.ts';

export interface RedactionChoice {
  entity: string;
  leave: string[];
  also: string[];
}
export const redactionPlanQuery = (choice: RedactionChoice, revision: number | undefined) =>
  queryOptions({
    queryKey: ['redaction-plan', choice, revision],
    queryFn: ({ signal }) => untilAnswered(() => call(planRedaction, { body: choice, signal })),
    gcTime: 0,
  });
export const sendRedaction = (body: RedactionChoice & { who: string; why: string; operation: string; revision: number; records: number }) =>
  untilAnswered(() => call(redactPerson, { body }));
export const redactionsQuery = () => queryOptions({ queryKey: ['redactions'], queryFn: ({ signal }) => call(listRedactions, { signal }) });
export const sendLifting = (id: string) => call(liftRedaction, { params: { id } });
