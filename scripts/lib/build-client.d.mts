/** Types of build-client.mjs. */
export function digestOfInputs(root: string, inputs?: string[]): string;
export function isBuiltFrom(outDir: string, digest: string): boolean;
export function buildClient(root: string): Promise<void>;
