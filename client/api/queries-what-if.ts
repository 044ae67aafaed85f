/** Cached queries of what-if, of what holds something up, and of brokers. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { compareCases } from '../../server/contract/routes/compare.ts';
import { listBrokers, readWhatHolds } from '../../server/contract/routes/holding-up.ts';
import type { Clocks } from '../../server/domain/model/questions.ts';
import { drawnClocks } from '../state/struck.ts';
import { call } from './call.ts';
import { clockBodyOf } from './queries.ts';

/** Claims of each class that are listed. */
const LISTED = { offset: 0, limit: 100 };
const NONE = { offset: 0, limit: 0 };

/** The case as it is beside the case without what is struck. @param marked claims of which it is asked what striking does */
export const whatIfQuery = (clocks: Clocks, marked: readonly string[]) =>
  queryOptions({
    queryKey: ['what-if', clocks, marked],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      call(compareCases, {
        body: {
          before: clockBodyOf(drawnClocks(clocks)),
          after: clockBodyOf(clocks),
          marked: [...marked],
          pages: { gained: NONE, lost: NONE, changed: NONE, falls: LISTED, retold: LISTED, stands: LISTED, entitiesGained: NONE, entitiesLost: NONE },
        },
        signal,
      }),
  });

type HoldsUpOf = z.input<typeof readWhatHolds.body>['of'];
export type { HoldsUpOf };
export const whatHoldsQuery = (of: HoldsUpOf, clocks: Clocks) =>
  queryOptions({
    queryKey: ['what-holds', of, clocks],
    queryFn: ({ signal }) => call(readWhatHolds, { body: { of, clocks: clockBodyOf(clocks) }, signal }),
  });

export const brokersQuery = (clocks: Clocks) =>
  queryOptions({
    queryKey: ['brokers', clocks],
    queryFn: ({ signal }) => call(listBrokers, { body: { clocks: clockBodyOf(clocks) }, signal }),
  });
