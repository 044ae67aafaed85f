/** The files of an export of a judged piece, what makes its manifest, and the title under which it goes. */
import { createHash } from 'node:crypto';
import { DOSSIERS, type writeExport } from '../../contract/routes/exports.ts';
import type { InSlices } from '../../domain/figures/in-slices.ts';
import { type DescribedPicture, pictureFile } from '../../domain/picturing/svg/described-picture.ts';
import { claimsAsExported, manifestOf, type Digested, type Manifest } from '../../domain/publishing/manifest.ts';
import { defaultAsked } from '../../exchange/default-asked.ts';
import { defaultTitle } from '../../exchange/default-title.ts';
import type { BytesFile, ExportFile } from '../../exchange/format.ts';
import { EXPORTERS } from '../../exchange/index.ts';
import { describePicture } from '../../exchange/picture/describe-picture.ts';
import { withLosses } from '../../exchange/with-losses.ts';
import type { InputOf } from '../route-types.ts';
import { pathsOfPiece } from './paths-of-piece.ts';
import { notLinkedOf, onRecordInPiece, type Composition, type PreparedPiece } from './prepare-piece.ts';

type Request = Pick<InputOf<typeof writeExport>['body'], 'format' | 'title' | 'asked' | 'clocks' | 'filters' | 'positions' | 'picture' | 'pictureAs'>;

export interface FilesOfExport {
  title: string;
  files: ExportFile[];
  /** Files that are no text and stand beside the others. */
  images?: BytesFile[];
  /** What the picture of a dossier shows, where it has one. */
  picture?: DescribedPicture;
  /** The manifest of these files, once they are what goes out. */
  manifest: (of: Digested[]) => Manifest;
}

/**
 * @param made the day of the export, like 2026-11-29
 * @throws AppError `refused` for a path whose claims never joined its entities
 */
export function* filesOfExport(
  prepared: PreparedPiece,
  { format, clocks, filters, positions, picture, pictureAs, ...request }: Request,
  made: string,
  composition?: Composition,
): InSlices<FilesOfExport & { asked: string }> {
  const { ctx, entities, claims, datasets, datasetsCut, gate, paths } = prepared;
  const notLinked = notLinkedOf(prepared);
  const onRecord = onRecordInPiece(prepared);
  const { told, leftOut } = prepared.pathsTold ?? pathsOfPiece(ctx, paths, new Set(claims));
  const title = request.title ?? defaultTitle({ ctx, entities, claims, datasets, datasetsCut, paths: told, notLinked, onRecord });
  const asked = request.asked ?? defaultAsked({ ctx, datasets, datasetsCut, paths: told, pathsLeftOut: leftOut, notLinked });
  const exporter = EXPORTERS[format];
  const chosen = composition?.parts?.find((part) => part.kind === 'picture');
  const placed = chosen?.positions ?? positions;
  const view = {
    title,
    asked,
    clocks,
    filters,
    made,
    revision: ctx.revision,
    ...(composition && { digest: digestOfClaims(gate.piece, ctx) }),
    ...(placed && { positions: placed }),
  };
  const input = withLosses(exporter, { ctx, entities, claims, datasets, paths: told, notLinked, onRecord, pathsLeftOut: leftOut, ...composition, view, gate });
  const described = chosen || (picture && DOSSIERS.includes(format)) ? yield* describePicture(input) : undefined;
  const query = { asked, entities, claims, datasets, paths: told.map((path) => path.entities) };
  const facts = { title, exported: format, made, query, clocks: clocks ?? {}, filters, revision: ctx.revision, losses: input.losses };
  const files = yield* exporter.write(described ? { ...input, picture: { alt: described.alt, file: pictureFile(pictureAs) } } : input);
  return { title, asked, files, ...(described ? { picture: described } : {}), manifest: (of) => manifestOf(facts, gate, ctx, of) };
}

/** Of the lines that the manifest has of each claim, so that a page on paper can be held against it. */
function digestOfClaims(piece: PreparedPiece['gate']['piece'], ctx: PreparedPiece['ctx']): string {
  return createHash('sha256').update(claimsAsExported(piece, ctx).join('\n'), 'utf8').digest('hex');
}
