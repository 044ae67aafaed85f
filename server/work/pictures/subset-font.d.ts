/** Types for the part of the untyped package `subset-font` that is used. */
declare module 'subset-font' {
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: { targetFormat: 'truetype' | 'woff2'; variationAxes?: Readonly<Record<string, number>>; noHinting?: boolean },
  ): Promise<Buffer>;
}
