/** The manifest of an export: what was asked, of which state of the records, what was lost and left out, and the digest of every file. */
import { claimThen, claimThenLine } from './claims-then.ts';
import type { Dated } from '../model/records.ts';
import type { Clocks } from '../model/questions.ts';
import type { Loss } from './loss-report.ts';
import type { GateResult } from './publication-gate.ts';
import type { Piece } from './piece.ts';
import type { NarrationContext } from '../telling/narration.ts';

/** By this an import knows a manifest and passes it over. */
export const MANIFEST_FORMAT = 'attest-manifest/1';

const IDS_OF_THE_QUERY =
  'The ids of the query are those it gave, or that its trace found. They are of no date: one may tell a name that no source here had printed by then, and that the text leaves out.';

/** A file of the export. */
export interface Digested {
  name: string;
  mediaType: string;
  /** UTF-8. */
  bytes: number;
  /** Of the bytes, in hex. */
  sha256: string;
}
export interface Manifest {
  format: typeof MANIFEST_FORMAT;
  title: string;
  /** The format of the files. */
  exported: string;
  /** A day like 2026-11-29. */
  made: string;
  /** What was taken out, after the gate; a path only where it is told. Whoever was left out is not named. */
  query: { asked?: string; entities: string[]; claims: string[]; datasets?: readonly string[]; paths?: string[][] };
  clocks: Clocks;
  /** At a published date: that an id may tell a name which the text does not print, because the query gave it. */
  ids?: string;
  /** In words. */
  filters: string[];
  /** Of the store. */
  revision: number;
  /** Datasets of the records in the piece, each at the revision of the store. */
  datasets: { id: string; title?: string; licence?: string; knowledgeUntil?: Dated; revision: number }[];
  /** "As told up to …; later outcomes not searched." */
  knowledgeUntil: string;
  counts: {
    entities: number;
    claims: number;
    sources: number;
    origins: number;
    singleOrigin: number;
    partiesOnly: number;
    unclearStake: number;
    leftOut: number;
  };
  /** The reason to publish against the gate, and how much it had refused. */
  against?: { reason: string; refused: number };
  losses: readonly Loss[];
  /** Each claim of the piece as it was exported (`claimThenLine`), so that it can be said later what changed. */
  claimsAsExported: string[];
  files: Digested[];
}
export type ManifestFacts = Pick<Manifest, 'title' | 'exported' | 'made' | 'query' | 'clocks' | 'filters' | 'revision' | 'losses'>;

/** @param files what is digested, sorted by name */
export function manifestOf(
  facts: ManifestFacts,
  { piece, printed }: Pick<GateResult, 'piece' | 'printed'>,
  { records, figures }: Pick<NarrationContext, 'records' | 'figures'>,
  files: Digested[],
): Manifest {
  const { title, exported, made, query, clocks, filters, revision, losses } = facts;
  return {
    format: MANIFEST_FORMAT,
    title,
    exported,
    made,
    query,
    clocks,
    ...(clocks.published === undefined ? {} : { ids: IDS_OF_THE_QUERY }),
    filters,
    revision,
    datasets: piece.datasets.flatMap((id) => {
      const dataset = records.datasets.get(id);
      if (!dataset) return [];
      return [
        {
          id,
          ...(dataset.title === undefined ? {} : { title: dataset.title }),
          ...(dataset.licence === undefined ? {} : { licence: dataset.licence }),
          ...(dataset.knowledgeUntil ? { knowledgeUntil: dataset.knowledgeUntil } : {}),
          revision,
        },
      ];
    }),
    knowledgeUntil: printed.knowledge,
    counts: {
      entities: printed.entities,
      claims: printed.claims,
      sources: piece.sources.length,
      origins: printed.origins.length,
      singleOrigin: printed.singleOrigin.length,
      partiesOnly: printed.partiesOnly.length,
      unclearStake: printed.unclearStake.length,
      leftOut: printed.leftOut.length,
    },
    ...(printed.against ? { against: { reason: printed.against.reason, refused: printed.against.refused.length } } : {}),
    losses,
    claimsAsExported: claimsAsExported(piece, { figures }),
    files,
  };
}

/** Each claim of a piece as it stands, a line each. */
export function claimsAsExported({ claims }: Pick<Piece, 'claims'>, { figures }: Pick<NarrationContext, 'figures'>): string[] {
  return claims.flatMap((id) => {
    const figure = figures.get(id);
    return figure ? [claimThenLine(claimThen(id, figure))] : [];
  });
}
