/** Compares what an export told of its claims with what is on record now. */
import { claimChanges } from '../../domain/comparing/claim-changes.ts';
import { claimThen, parseClaimThen, type ClaimSince } from '../../domain/publishing/claims-then.ts';
import type { Manifest } from '../../domain/publishing/manifest.ts';
import { narrateClaim } from '../../domain/telling/narrate-claim.ts';
import { readGraph } from '../../graph/open-graph.ts';
import type { Database } from '../../store/connect.ts';

/** A claim that changed, in its present sentence; without one where it is gone. */
export interface ClaimChanged extends ClaimSince {
  sentence?: string;
}
export interface ExportCompared {
  claims: number;
  changed: ClaimChanged[];
  /** Of the records now, and as they were exported. */
  revision: number;
  was: number;
}
/** Claims that are read at once. */
const AT_ONCE = 2_000;

/** At the clocks of the export. */
export async function compareExport(
  db: Database,
  { claimsAsExported, clocks, revision: was }: Pick<Manifest, 'claimsAsExported' | 'clocks' | 'revision'>,
): Promise<ExportCompared> {
  const then = claimsAsExported.flatMap((line) => parseClaimThen(line) ?? []);
  const changed: ClaimChanged[] = [];
  let revision = 0;
  for (let at = 0; at < then.length || at === 0; at += AT_ONCE) {
    const part = then.slice(at, at + AT_ONCE);
    const ctx = await readGraph(db, clocks, (graph) => graph.context({ claims: part.map(({ id }) => id) }));
    revision = ctx.revision;
    for (const before of part) {
      const claim = ctx.records.claims.get(before.id);
      const figures = ctx.figures.get(before.id);
      const isThere = claim && figures?.visible;
      const changes = claimChanges(before, isThere ? claimThen(before.id, figures) : undefined);
      if (changes.length > 0) changed.push({ id: before.id, changes, ...(isThere ? { sentence: narrateClaim(claim, figures, ctx) } : {}) });
    }
  }
  return { claims: then.length, changed, revision, was };
}
