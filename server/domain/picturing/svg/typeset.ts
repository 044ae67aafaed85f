/** Texts of an SVG: each row is cut into parts of one font and one direction, which stand where they were measured, so that every program sets them alike. */
import { xmlText } from '../../model/xml.ts';
import type { Measure } from '../picture.ts';

export type Face = 'sans' | 'serif';
/** A part of a row, in the order of reading. */
export interface TextPart {
  text: string;
  /** Names of fonts as CSS lists them. */
  family: string;
  /** From the left end of the row. */
  x: number;
}
/** Knows the fonts that texts are set in. */
export interface Typesetter {
  measure: (face: Face) => Measure;
  parts: (text: string, face: Face, size: number, weight: number) => TextPart[];
}
export interface TextStyle {
  face: Face;
  size: number;
  weight: number;
  fill: string;
}

export const written = (n: number): string => String(Math.round(n * 100) / 100);

/**
 * A row of text.
 * @param x of its left end
 * @param y of its baseline
 */
export function textMarkup(text: string, x: number, y: number, { face, size, weight, fill }: TextStyle, { parts }: Typesetter): string {
  const all = parts(text, face, size, weight).map((part) => ({ ...part, markup: xmlText(part.text) }));
  const [only] = all;
  if (!only) return '';
  const style = `y="${written(y)}" font-size="${size}" font-weight="${weight}" fill="${fill}"`;
  if (all.length === 1) return `<text x="${written(x + only.x)}" ${style} font-family="${xmlText(only.family)}">${only.markup}</text>`;
  const spans = all.map((part) => `<tspan x="${written(x + part.x)}" font-family="${xmlText(part.family)}">${part.markup}</tspan>`);
  return `<text ${style} xml:space="preserve">${spans.join('')}</text>`;
}
