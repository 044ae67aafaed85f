/**
 * Types for the part of the untyped package `edtf` that the domain uses: its grammar. Its bounds are not used, since they are wrong for seasons and open ends.
 */
declare module 'edtf' {
  export interface EdtfDateNode {
    type: 'Date';
    level: number;
    /** Year, zero-based month, day, then the time of day if there is one. */
    values: number[];
    /** A bit for each unspecified digit: 1, 2, 4, 8 the year's; 16, 32 the month's; 64, 128 the day's. */
    unspecified?: number;
    uncertain?: boolean;
    approximate?: boolean;
  }
  export interface EdtfSeasonNode {
    type: 'Season';
    level: number;
    /** Year, then the season as 21 to 24. */
    values: number[];
    uncertain?: boolean;
    approximate?: boolean;
  }
  export interface EdtfIntervalNode {
    type: 'Interval';
    level: number;
    /** An open end is Infinity, an unknown one null. */
    values: (EdtfDateNode | EdtfSeasonNode | number | null)[];
  }
  export interface EdtfOtherNode {
    type: 'Year' | 'Decade' | 'Century' | 'Set' | 'List';
    level: number;
  }
  export type EdtfNode = EdtfDateNode | EdtfSeasonNode | EdtfIntervalNode | EdtfOtherNode;
  export function parse(text: string, options: { level: number }): EdtfNode;
}
