/** Types of first-load.mjs. */
export const FIRST_LOAD_LIMIT: number;
export function filesOfFirstLoad(manifest: Record<string, { file: string; isEntry?: boolean; imports?: string[]; css?: string[] }>): string[];
export function measureFirstLoad(outDir: string): { total: number; files: { file: string; bytes: number }[] };
