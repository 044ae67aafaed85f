/**
 * Lets heavy questions of one kind wait for their turn: few are worked on at once, and beyond a number of them, of one client or in all, they are refused.
 * Own code, because the libraries for queues know no share of a client.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { API_LIMITS } from '../../contract/parts.ts';
import { CLIENT_HEADER, HEAVY_KINDS, type HeavyKind } from '../../contract/route.ts';
import { AppError } from '../../domain/model/errors.ts';

export interface TurnLimits {
  ofClient: number;
  inAll: number;
  atOnce: number;
  waitMs: number;
}
export const TURN_LIMITS: TurnLimits = {
  ofClient: API_LIMITS.heavyOfClient,
  inAll: API_LIMITS.heavyInAll,
  atOnce: API_LIMITS.heavyAtOnce,
  waitMs: API_LIMITS.heavyWaitMs,
};

/** Seconds: bounds of what a refused client is told to wait. */
const RETRY = { least: 1, most: 30 } as const;
/** Milliseconds that a question is thought to take before one was measured. */
const FIRST_GUESS_MS = 1_000;

export class TurnQueue {
  private readonly placesOf = new Map<string, number>();
  private readonly waiting: (() => void)[] = [];
  private places = 0;
  private running = 0;
  /** Moving mean of what a question takes. */
  private meanMs = FIRST_GUESS_MS;

  constructor(
    private readonly kind: HeavyKind,
    private readonly limits: TurnLimits,
  ) {}

  /**
   * Waits for the turn of `client`.
   * @param gone fires when the client has gone: its place is then free again
   * @returns what must be called once, when the work has ended
   * @throws AppError `too-many-requests` with the limit, where there is no place or the wait is too long; the reason of `gone`
   */
  async take(client: string, gone: AbortSignal): Promise<() => void> {
    gone.throwIfAborted();
    const ofClient = this.placesOf.get(client) ?? 0;
    if (ofClient >= this.limits.ofClient) throw this.refusal('heavyOfClient', this.limits.ofClient, 'this client has');
    if (this.places >= this.limits.inAll) throw this.refusal('heavyInAll', this.limits.inAll, 'all clients together have');
    this.placesOf.set(client, ofClient + 1);
    this.places += 1;
    try {
      if (this.running < this.limits.atOnce) this.running += 1;
      else await this.turn(gone);
    } catch (error) {
      this.leave(client);
      throw error;
    }
    const started = performance.now();
    return () => {
      this.meanMs = (this.meanMs + performance.now() - started) / 2;
      this.leave(client);
      const next = this.waiting.shift();
      // The turn goes straight to the next one, so `running` stays as it is.
      if (next) next();
      else this.running -= 1;
    };
  }

  private turn(gone: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = () => {
        clearTimeout(timer);
        gone.removeEventListener('abort', leave);
      };
      const mine = () => {
        end();
        resolve();
      };
      const giveUp = (error: unknown) => {
        end();
        const at = this.waiting.indexOf(mine);
        if (at >= 0) this.waiting.splice(at, 1);
        reject(error);
      };
      const leave = () => giveUp(gone.reason);
      const timer = setTimeout(() => giveUp(this.refusal('heavyWaitMs', this.limits.waitMs, 'those before it have')), this.limits.waitMs);
      gone.addEventListener('abort', leave, { once: true });
      this.waiting.push(mine);
    });
  }

  private leave(client: string): void {
    this.places -= 1;
    const left = (this.placesOf.get(client) ?? 1) - 1;
    if (left > 0) this.placesOf.set(client, left);
    else this.placesOf.delete(client);
  }

  private refusal(name: string, value: number, who: string): AppError {
    const seconds = Math.ceil((this.meanMs * this.places) / this.limits.atOnce / 1_000);
    const retryAfter = Math.min(RETRY.most, Math.max(RETRY.least, seconds));
    return new AppError(
      'too-many-requests',
      `This question (${this.kind}) has no turn now: ${who} reached the limit ${name} of ${value}. Ask again in ${retryAfter} s.`,
      { limit: { name, value }, retryAfter },
    );
  }
}

export type TurnQueues = Readonly<Record<HeavyKind, TurnQueue>>;

export function turnQueues(limits: Partial<TurnLimits> = {}): TurnQueues {
  const of = (kind: HeavyKind) => new TurnQueue(kind, { ...TURN_LIMITS, ...(kind === 'trace' ? { atOnce: API_LIMITS.tracesAtOnce } : {}), ...limits });
  return Object.fromEntries(HEAVY_KINDS.map((kind) => [kind, of(kind)])) as Record<HeavyKind, TurnQueue>;
}

/**
 * Who asks: the address, and the tab where it says so. On loopback every tab and script has one address. Who makes up tabs gains no more than the places of
 * all together.
 */
function clientOf(request: FastifyRequest): string {
  const tab = request.headers[CLIENT_HEADER];
  return typeof tab === 'string' && /^[\w-]{1,64}$/.test(tab) ? `${request.ip} ${tab}` : request.ip;
}

/** Waits for the turn of a request; see `TurnQueue.take`. A route that is not heavy waits for nothing. */
export async function takeTurn(queues: TurnQueues, kind: HeavyKind | undefined, request: FastifyRequest, reply: FastifyReply): Promise<() => void> {
  if (kind === undefined) return () => undefined;
  const abort = new AbortController();
  const leave = () => abort.abort(new AppError('timeout', 'The caller has gone.'));
  if (reply.raw.destroyed) leave();
  reply.raw.once('close', leave);
  try {
    return await queues[kind].take(clientOf(request), abort.signal);
  } finally {
    reply.raw.removeListener('close', leave);
  }
}
