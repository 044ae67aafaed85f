/** Export a piece of the records through the publication gate. */
import { z } from 'zod';
import { REFUSAL_REASONS } from '../../domain/model/lists.ts';
import { askedPath, askedTrace, dossierParts, positions } from '../dossier-parts.ts';
import { clocks, id, lineText, longText, refusedFor } from '../records.ts';
import { upTo } from '../parts.ts';
import { PICTURE_FORMS } from '../../domain/picturing/svg/described-picture.ts';
import { shownLevel } from '../views.ts';
import { defineRoute } from '../route.ts';

export const EXPORT_FORMATS = [
  'own-json',
  'csv-set',
  'csv-neo4j',
  'csv-gephi',
  'graphml',
  'gexf',
  'cytoscape-json',
  'ftm-entities',
  'ftm-statements',
  'stix',
  'markdown-dossier',
  'html-dossier',
  'docx-dossier',
  'svg',
  'png',
  'embed',
] as const;
/** A dossier in one of its forms: prose, which tells claims. */
export const DOSSIERS: readonly ExportFormat[] = ['markdown-dossier', 'html-dossier', 'docx-dossier'];
/** Formats that are drawn: they show lines of claims, and at most `pictureEntities` entities. */
export const PICTURES: readonly ExportFormat[] = ['svg', 'png', 'embed'];
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
/** What every export prints besides the piece. */
const printed = {
  clocks: clocks.optional(),
  /** Active filters in words, to be printed. */
  filters: z.array(lineText(500)).max(50).default([]),
  /** Absent: a title made of what is exported. */
  title: lineText(200).optional(),
  /** What was asked, in words; a dossier prints it first, and the manifest holds it. Absent: words made of what is exported. */
  asked: lineText(500).optional(),
};
const request = {
  entities: z
    .array(id)
    .max(...upTo('subgraphEntities'))
    .default([]),
  /** Claims to export, with the entities at their ends. Absent: every claim whose ends are all among `entities`. */
  claims: z
    .array(id)
    .max(...upTo('exportClaims'))
    .optional(),
  /** Whole datasets instead of a piece. */
  datasets: z.array(id).optional(),
  /** Paths, as sequences of entities, that a dossier tells first. */
  paths: z
    .array(askedPath)
    .max(...upTo('exportPaths'))
    .default([]),
  /** A trace instead of `paths`: its paths are told; where there is none, that the two sides are not linked, with what the records say of them. */
  trace: askedTrace.optional(),
  ...printed,
  /** What to do where the gate refuses something; absent: stop. */
  gate: z.union([z.strictObject({ leaveOut: z.literal(true) }), z.strictObject({ override: longText })]).optional(),
};
export const gateRefusal = z.object({
  kind: z.enum(['claim', 'entity', 'identity', 'words']),
  id: z.string(),
  label: z.string(),
  why: z.enum(REFUSAL_REASONS),
  /** The same in a sentence. */
  reason: z.string(),
  remedy: z.string(),
});
export type GateRefusal = z.infer<typeof gateRefusal>;
/** What would be left without what is refused; of a claim or path that is not on view at the clocks nothing is. */
const left = z.object({
  entities: z.int(),
  claims: z.int(),
  /** Paths that would be told, each whole. */
  paths: z.int(),
  /** Of a trace without a path: whether it would still be told that its two sides are not linked, for which both must be left. */
  notLinked: z.boolean().optional(),
});
export const checkExport = defineRoute({
  id: 'check-export',
  method: 'POST',
  path: '/api/exports/check',
  tag: 'exchange',
  kind: 'read',
  heavy: 'export',
  summary: 'What the publication gate says of a piece, and the lines that will be printed',
  largeBody: true,
  body: z.strictObject(request),
  response: z.object({
    refused: z.array(gateRefusal),
    left,
    /** The title of an export that is given none. */
    title: z.string(),
    /** What an export says was asked that is given no `asked`. */
    asked: z.string(),
    /** Lines that every export of this piece prints. */
    printed: z.array(z.string()),
    entities: z.int(),
    claims: z.int(),
    /** Of a trace without a path: whether it is told that its two sides are not linked. A dossier that tells this may hold no claim. */
    notLinked: z.boolean().optional(),
    /** Of the ids that were asked for, those that were judged and may be printed: without what is left out, and without claims that are not visible at the clocks. */
    kept: z.object({ entities: z.array(id), claims: z.array(id) }),
    revision: z.int(),
  }),
});
export const checkPaths = defineRoute({
  id: 'check-paths',
  method: 'POST',
  path: '/api/exports/check-paths',
  tag: 'exchange',
  kind: 'read',
  heavy: 'export',
  summary: 'What the publication gate says of each of several paths, as if it were exported alone',
  largeBody: true,
  body: z.strictObject({
    paths: z
      .array(askedPath)
      .min(1)
      .max(...upTo('tracePaths')),
    clocks: clocks.optional(),
  }),
  response: z.object({
    /** Everything refused of any of the paths, once. */
    refused: z.array(gateRefusal),
    /** Of each path asked for, in the same order: its refusals, as places in the list from 0, and what would be left of it. */
    paths: z.array(z.object({ refused: z.array(z.int()), left })),
    revision: z.int(),
  }),
});
/** How a part of a composed dossier stands: `empty` where nothing of it can be told, `override` where it is printed against the gate. */
export const PART_STATES = ['stands', 'refused', 'left-out', 'override', 'empty'] as const;
export const previewDossier = defineRoute({
  id: 'preview-dossier',
  method: 'POST',
  path: '/api/exports/preview',
  tag: 'exchange',
  kind: 'read',
  heavy: 'export',
  summary: 'A dossier as it will print, while it is composed, with what the publication gate says of each of its parts',
  largeBody: true,
  body: z.strictObject({ parts: dossierParts, ...printed }),
  response: z.object({
    /** The body of the page that would be written, without any script; each part is a section with `data-part`, its place from 0. */
    html: z.string(),
    refused: z.array(gateRefusal),
    parts: z.array(
      z.object({
        state: z.enum(PART_STATES),
        /** What it tells, in short: the title of a path, the sentence of a claim, the question of an assessment. */
        name: z.string().optional(),
        /** Its refusals, as places in `refused`. */
        refused: z.array(z.int()),
        /** Other parts that could not be told without it, by their places. */
        alsoGoes: z.array(z.int()),
        /** Standing of each hop, or of the claim. */
        levels: z.array(shownLevel),
        footnotes: z.int(),
        paragraphs: z.int(),
        /** What a picture shows, and whether its entities stand where they were drawn. */
        drawn: z.object({ entities: z.int(), claims: z.int(), placed: z.boolean() }).optional(),
        /** Names of those whom it accuses and of whom no response is on record. */
        noResponse: z.array(z.string()),
      }),
    ),
    /** Whether it may be written: nothing is refused that was not decided on, and something is told. */
    mayWrite: z.boolean(),
    title: z.string(),
    asked: z.string(),
    /** What is printed in any case, in figures. */
    figures: z.object({
      entities: z.int(),
      claims: z.int(),
      accused: z.int(),
      withoutResponse: z.int(),
      singleOrigin: z.int(),
      sources: z.int(),
      seen: z.int(),
      leftOut: z.int(),
    }),
    /** Lines that every export of this piece prints. */
    printed: z.array(z.string()),
    revision: z.int(),
  }),
});
/** Answers with the file (Content-Disposition), or 422 `gate-refused` with everything that was refused. */
export const writeExport = defineRoute({
  id: 'write-export',
  method: 'POST',
  path: '/api/exports',
  tag: 'exchange',
  kind: 'stream',
  heavy: 'export',
  summary: 'A piece in one of the formats; stops at the publication gate unless told otherwise',
  largeBody: true,
  body: z
    .strictObject({
      format: z.enum(EXPORT_FORMATS),
      positions,
      /** Whether a dossier has the picture of what it tells, with its entities at `positions` where these are given. */
      picture: z.boolean().optional(),
      /** What the picture beside a dossier in Markdown is; a web page holds it as SVG, and Word as PNG. Absent: SVG. */
      pictureAs: z.enum(PICTURE_FORMS).optional(),
      /** The files as a bag (BagIt, RFC 8493) with an RO-Crate description, in one archive. */
      bundle: z.boolean().optional(),
      /** A dossier composed of these parts, in this order; nothing else is chosen then. */
      parts: dossierParts.optional(),
      ...request,
    })
    .refine((body) => body.pictureAs === undefined || body.format === 'markdown-dossier', {
      ...refusedFor('is of a picture that stands in no file of its own', 'take markdown-dossier, or leave it out'),
      path: ['pictureAs'],
    })
    .refine((body) => body.parts === undefined || DOSSIERS.includes(body.format), {
      ...refusedFor('composes what is no dossier', 'take one of the dossier formats'),
      path: ['format'],
    })
    .refine(
      ({ parts, entities, claims, datasets, paths, trace, positions: placed, picture, gate }) =>
        parts === undefined || (entities.length + paths.length === 0 && [claims, datasets, trace, placed, picture, gate].every((other) => other === undefined)),
      { ...refusedFor('stand beside another choice', 'choose by parts alone; each part says what to do where it is refused'), path: ['parts'] },
    ),
  produces: [
    'application/zip',
    'text/markdown',
    'text/html',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'text/plain',
    'image/svg+xml',
    'image/png',
  ],
  response: z.string(),
});
