/** What the view mappers need to know of the records around a claim, whether these come from the database as rows or whole. */
import type { EdgeView, NodeView } from '../contract/views.ts';
import type { Clocks } from '../domain/model/questions.ts';
import type { Figures } from '../domain/model/figures.ts';
import type { Records } from '../domain/model/records.ts';

export interface ViewContext {
  /** May hold only the records of the answer. */
  records: Records;
  figures: Map<string, Figures>;
  /** The dates of the view; absent: none. */
  clocks?: Clocks;
  /** The name shown at the clocks of the view; an id nobody knows is shown as it is. */
  nameOf(id: string): string;
  /** The node as drawn; undefined where it is not visible or not loaded. */
  node(id: string): NodeView | undefined;
  /** Sources read by the visible citations of a claim, sorted. */
  sourcesOf(claim: string): string[];
  /** Datasets that hold a claim: its own, and those of its citations; sorted. */
  datasetsOf(claim: string): string[];
  revision: number;
  /** Edges written before of the same figures and names. */
  keptEdges?: KeptEdges;
}

export interface KeptEdges {
  edge(claim: string, figures: Figures): EdgeView | undefined;
  keepEdge(claim: string, edge: EdgeView): void;
}
