/** Types of chromium.mjs, for the programs in TypeScript that start a browser. */
export function findChromium(): string | undefined;
export function ensureChromium(say: (line: string) => void): Promise<string>;
