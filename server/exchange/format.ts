/** The interface of an export format: a pure function from a piece, judged by the gate, to files. */
import type { InSlices } from '../domain/figures/in-slices.ts';
import type { Clocks } from '../domain/model/questions.ts';
import type { NarrationContext } from '../domain/telling/narration.ts';
import type { TracedWords } from '../domain/answering/answer-trace.ts';
import type { GateResult } from '../domain/publishing/publication-gate.ts';
import type { Losable, Loss } from '../domain/publishing/loss-report.ts';
import type { OnRecord } from '../domain/telling/trace-sides.ts';
import type { ChosenPart } from './exporters/dossier-composition.ts';
import type { ExportFormat } from '../contract/routes/exports.ts';
import type { TracePath } from '../domain/tracing/rank-paths.ts';

export type { ExportFormat };

export interface ExportInput {
  /** Records, figures at the clocks of the view, and the names to show. */
  ctx: NarrationContext;
  entities: readonly string[];
  claims: readonly string[];
  /** Datasets exported whole, with their questions and unused records. */
  datasets?: readonly string[];
  /** Paths that a dossier tells first, in this order. */
  paths?: readonly Pick<TracePath, 'entities' | 'hops' | 'weakest' | 'same'>[];
  /** That a trace found no path, what was searched and what is said of its ends; told in place of paths. */
  notLinked?: Omit<TracedWords, 'paths'> & { searched: string };
  /** What the piece may tell of the ends of the paths in its title; absent: their names alone. */
  onRecord?: OnRecord;
  /** A sentence for each path asked for that is not told: which, and why. */
  pathsLeftOut?: readonly string[];
  /** Of a composed dossier its parts in their order; absent: its usual ones. */
  parts?: readonly ChosenPart[];
  /** A sentence for each part chosen of which nothing can be told, and that is no path. */
  partsLeftOut?: readonly string[];
  /** The picture beside a dossier: the text that stands in its place, and its file. */
  picture?: { alt: string; file: string };
  view: {
    title?: string;
    /** What was asked, in words. */
    asked?: string;
    clocks?: Clocks;
    filters: readonly string[];
    /** The day of the export, like 2026-11-29. */
    made?: string;
    /** Of the records, for a composed dossier, which prints it with the digest of its claims as they were exported. */
    revision?: number;
    digest?: string;
    /** Where the drawing has its entities, in pixels of the drawing; formats that hold positions write them. */
    positions?: readonly { id: string; x: number; y: number }[];
  };
  /** The result of the gate, with the closed piece that is written. The use case has checked it; `write` does not. */
  gate: GateResult;
  /** What the format loses of the piece. */
  losses: readonly Loss[];
}
export interface ExportFile {
  /** File name without a folder. */
  name: string;
  mediaType: string;
  /** Its text in parts, made while they are taken, so that no long text is held whole; the same each time. Other work may be done between two parts, and a part may be empty. No part ends within a character. */
  text(): Iterable<string>;
  /** Of a composed dossier the lines, from 0, at which each part begins and before which it ends. */
  placed?: { part: number; from: number; to: number }[];
}
/** A file that is no text, whole. */
export interface BytesFile {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}
/** A file that is no text, in the parts of which it is packed; sorted by name. */
export interface PackedFile {
  name: string;
  mediaType: string;
  parts: { name: string; bytes: Uint8Array }[];
}
export interface Exporter {
  format: ExportFormat;
  /** Name in a menu. */
  label: string;
  /** What is rendered from the file that `write` gives: a document from Markdown, or what a picture shows as a picture. */
  rendered?: 'html' | 'docx' | 'svg' | 'png' | 'embed';
  /** What the format cannot carry, for the loss report. */
  loses: readonly Losable[];
  /** The files of the export, sorted by name. The same records in any order give the same bytes. A large piece takes seconds, so what its files need is worked out in slices, and their texts in parts. */
  write(input: ExportInput): InSlices<ExportFile[]>;
}
