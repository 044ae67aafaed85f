/** The address of a source in its normal form, which other programs compare; undefined for what is no address. */
export function webAddress(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).href : undefined;
}
