/** Describes the picture of a piece: what was chosen, as the records say it at the dates of the export, and where it stands. Nothing is taken from the request but ids and places. */
import { createHash, hash } from 'node:crypto';
import { API_LIMITS } from '../../contract/parts.ts';
import { eachInSlices, type InSlices } from '../../domain/figures/in-slices.ts';
import { AppError } from '../../domain/model/errors.ts';
import type { Entity } from '../../domain/model/records.ts';
import { neededEntities } from '../../domain/picturing/drawn/drawable.ts';
import { drawnClaimOf } from '../../domain/picturing/drawn/drawn-claim.ts';
import { tiersOf } from '../../domain/picturing/drawn/tiers.ts';
import type { DescribedClaim, DescribedPicture } from '../../domain/picturing/svg/described-picture.ts';
import { inPiece } from '../../domain/publishing/publication-gate.ts';
import { narrateClaim } from '../../domain/telling/narrate-claim.ts';
import { capitalised, counted, type NarrationContext } from '../../domain/telling/narration.ts';
import { nameApart } from '../../domain/telling/shared-names.ts';
import { defaultTitle } from '../default-title.ts';
import { ownJson } from '../exporters/own-json.ts';
import type { ExportFile, ExportInput } from '../format.ts';
import { asSentence, printedLines } from '../printed-lines.ts';
import { withLosses } from '../with-losses.ts';

/** Names that stand in place of a picture for whoever does not see it; the rest is counted. */
const NAMED = 12;

/** A drawing has no room for the list, which would take a page of its own. */
const LOSSES = 'What a picture has no place for is counted in the manifest within its file.';

/** @throws AppError `limit` where it is more than a picture can show */
export function* describePicture(given: ExportInput): InSlices<DescribedPicture> {
  const ctx = inPiece(given.ctx, given.gate.piece);
  const { gate, view, losses } = given;
  const claims = yield* drawnClaims(given.claims, gate.piece.claims, ctx);
  const ids = shownEntities(given, claims);
  if (ids.length > API_LIMITS.pictureEntities)
    throw new AppError(
      'limit',
      `A picture shows at most ${API_LIMITS.pictureEntities} entities; this holds ${ids.length}. Choose fewer, such as one path or the neighbours of one entity, or take the dossier or GraphML, which take more.`,
      { limit: { name: 'pictureEntities', value: API_LIMITS.pictureEntities } },
    );
  const unsure = new Set(ctx.records.identities.filter(({ decision }) => decision === 'unsure').flatMap(({ a, b }) => [a, b]));
  const nodes = ids.flatMap((id) => {
    const entity = ctx.records.entities.get(id);
    return entity ? [nodeOf(entity, nameApart(id, ctx), unsure.has(id))] : [];
  });
  const tiers = tiersOf(nodes, claims, (predicate) => ctx.records.predicates.get(predicate)?.roles ?? {});
  const shown = new Set(ids);
  const own = yield* ownJson.write(withLosses(ownJson, given));
  return {
    title: view.title ?? defaultTitle(given),
    ...(view.made === undefined ? {} : { made: view.made }),
    printed: [...printedLines(gate.printed), ...(losses.length === 0 ? [] : [LOSSES])],
    nodes: nodes.map((node) => ({ ...node, lane: tiers.get(node.id) ?? 3 })),
    claims,
    positions: (view.positions ?? []).filter(({ id }) => shown.has(id)),
    alt: altOf(
      nodes.map(({ name }) => name),
      claims.length,
    ),
    digest: yield* digestOf(own),
  };
}

/** The claims chosen, as far as the piece has them: not those that only carry what became of a case. */
function* drawnClaims(chosen: readonly string[], inPiece_: readonly string[], ctx: NarrationContext): InSlices<DescribedClaim[]> {
  const kept = new Set(inPiece_);
  const claims = yield* eachInSlices([...new Set(chosen)].filter((id) => kept.has(id)).sort(), (id): DescribedClaim[] => {
    const claim = ctx.records.claims.get(id);
    const figures = ctx.figures.get(id);
    const predicate = ctx.records.predicates.get(claim?.predicate ?? '');
    if (!claim || !figures || !predicate) return [];
    const drawn = drawnClaimOf(claim, predicate, figures, (entity) => ctx.records.entities.get(entity)?.type);
    return [{ ...drawn, sentence: asSentence(capitalised(narrateClaim(claim, figures, ctx))) }];
  });
  return claims.flat();
}

/** The entities chosen, and those that lines need. */
function shownEntities({ entities, gate }: ExportInput, claims: readonly DescribedClaim[]): string[] {
  const kept = new Set(gate.piece.entities);
  return [...new Set([...entities, ...claims.flatMap(neededEntities)])].filter((id) => kept.has(id)).sort();
}

function nodeOf({ id, type, unnamed = false, generic = false, aggregate = false, candidates = [] }: Entity, name: string, unsure: boolean) {
  return { id, type, name, unnamed, generic, aggregate, unsure, unresolved: candidates.length > 0 };
}

function altOf(names: readonly string[], claims: number): string {
  const more = names.length - NAMED;
  const listed = names.slice(0, NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '');
  const entities = names.length === 1 ? '1 entity' : `${names.length} entities`;
  const named = names.length === 0 ? '' : `: ${listed}`;
  return `A network of ${entities} and ${counted(claims, 'claim')}${named}. A line is a claim; its dashes tell its standing, its width the origins at that standing.`;
}

/** Of the files of own JSON in the order of their names: of a single one its own digest, so that it can be told by `sha256sum`. */
function* digestOf(files: readonly ExportFile[]): InSlices<string> {
  const own: { name: string; sha256: string }[] = [];
  for (const { name, text } of files.filter((file) => file.name.endsWith('.json'))) {
    const digest = createHash('sha256');
    for (const part of text()) {
      digest.update(part, 'utf8');
      yield;
    }
    own.push({ name, sha256: digest.digest('hex') });
  }
  const [only] = own;
  if (only && own.length === 1) return only.sha256;
  return hash('sha256', own.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join(''), 'hex');
}
