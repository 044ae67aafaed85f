/** What a picture of a piece shows, in words and records: all that is needed to draw it, and nothing that was not chosen. */
import type { EntityType } from '../../model/lists.ts';
import type { DrawnClaim } from '../drawn/drawn-claim.ts';
import type { Tier } from '../drawn/tiers.ts';

export interface DescribedNode {
  id: string;
  type: EntityType;
  name: string;
  unnamed: boolean;
  generic: boolean;
  aggregate: boolean;
  /** Whether an `unsure` decision concerns it. */
  unsure: boolean;
  /** Whether it may be one of several: who they are is not told. */
  unresolved: boolean;
  lane: Tier;
}
export interface DescribedClaim extends DrawnClaim {
  /** Its hedged sentence. */
  sentence: string;
}
export interface DescribedPicture {
  title: string;
  /** The day of the export, like 2026-11-29. */
  made?: string;
  /** Lines that every export prints, and what the picture loses. */
  printed: string[];
  nodes: DescribedNode[];
  claims: DescribedClaim[];
  /** Where the entities stand, as they were drawn; of those that are shown. */
  positions: { id: string; x: number; y: number }[];
  /** What is in view, in one sentence: the text in place of the picture. */
  alt: string;
  /** SHA-256 of the own JSON of what is shown. */
  digest: string;
}

/** The places that entities had when they were drawn. Those at one place stood in a fold: they have no place of their own. */
export function placesOf({ positions }: Pick<DescribedPicture, 'positions'>): Map<string, { x: number; y: number }> {
  const at = new Map<string, string[]>();
  for (const { id, x, y } of positions) at.set(`${x} ${y}`, [...(at.get(`${x} ${y}`) ?? []), id]);
  return new Map(positions.flatMap(({ id, x, y }) => (at.get(`${x} ${y}`)!.length === 1 ? [[id, { x, y }] as const] : [])));
}

/** Whether it is drawn as its entities stood: most of them have a place. */
export const isPlaced = (described: Pick<DescribedPicture, 'positions' | 'nodes'>): boolean => placesOf(described).size * 2 > described.nodes.length;

/** A claim as a page tells it. */
export interface ToldClaim {
  id: string;
  /** Every entity that it names. */
  entities: string[];
  sentence: string;
  /** Its standing and its origins, in words. */
  facts: string;
  /** What answered it only after the dates of the view. */
  since?: string;
  /** Numbers of its notes, from 1. */
  notes: number[];
}
/** A picture with all that is said in it, as one page. */
export interface DescribedEmbed extends DescribedPicture {
  /** The revision of the records. */
  revision?: number;
  told: ToldClaim[];
  notes: string[];
  sources: { number: number; words: string; addresses: string[] }[];
}

/** What the picture beside a dossier in Markdown may be. */
export const PICTURE_FORMS = ['svg', 'png'] as const;
export type PictureForm = (typeof PICTURE_FORMS)[number];
/** Its file, which the Markdown names. */
export const pictureFile = (form: PictureForm = 'svg'): string => `picture.${form}`;
