/** Types of chromium.mjs. */
export function ensureChromium(say: (line: string) => void): Promise<string>;
