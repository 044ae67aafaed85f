/** Checks paths before one of them is exported: what the publication gate refuses of each, and what would be left of it. */
import type { checkPaths as contract } from '../../contract/routes/exports.ts';
import type { Refusal } from '../../domain/publishing/refusal.ts';
import { refusedInSlices } from '../../domain/publishing/publication-gate.ts';
import { runInSlices } from '../../graph/run-in-slices.ts';
import type { Database } from '../../store/connect.ts';
import { pathsOfPiece } from './paths-of-piece.ts';
import { readPiece, sentRefusal, type PreparedPiece } from './prepare-piece.ts';
import { whatIsLeft } from './what-is-left.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';

type Route = typeof contract;
type Asked = InputOf<Route>['body'];

/** All paths are read at once, at one revision. */
export async function checkPaths(db: Database, { body }: { body: Asked }, o?: CallOptions): Promise<AnswerOf<Route>> {
  const { ctx } = await readPiece(db, { ...body, entities: [], claims: [] }, o);
  return { ...(await judgePaths(ctx, body)), revision: ctx.revision };
}

/**
 * Judges each path as the piece that an export of it alone would be.
 * @throws AppError `refused` for a path whose claims never joined its entities
 */
export async function judgePaths(ctx: PreparedPiece['ctx'], { paths, clocks }: Asked): Promise<Omit<AnswerOf<Route>, 'revision'>> {
  // Here, where each path has its place among those asked for.
  pathsOfPiece(ctx, paths, new Set());
  const refused = new Map<string, Refusal>();
  const judged: AnswerOf<Route>['paths'] = [];
  for (const path of paths) {
    const own = await runInSlices(refusedInSlices(ctx, { ...path, clocks }));
    for (const one of own) refused.set(keyOf(one), one);
    const order = [...refused.keys()];
    judged.push({ refused: own.map((one) => order.indexOf(keyOf(one))), left: await whatIsLeft({ ctx, ...path }, [path], own) });
  }
  return { refused: [...refused.values()].map(sentRefusal), paths: judged };
}

const keyOf = ({ kind, id, reason }: Refusal): string => JSON.stringify([kind, id, reason]);
