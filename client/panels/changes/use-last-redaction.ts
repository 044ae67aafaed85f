/** The newest redaction: no change set before it can be undone. */
import { useQuery } from '@tanstack/react-query';
import { redactionsQuery } from '../../api/queries-redactions.ts';

/** Undefined where there is none; oldest first as the server lists them. */
export const useLastRedaction = () => useQuery(redactionsQuery()).data?.redactions.at(-1);
