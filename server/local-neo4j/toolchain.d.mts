/** Types of toolchain.mjs. */
type Environment = Readonly<Record<string, string | undefined>>;
export interface OldJava {
  path: string;
  release: number;
}
export const LEAST_JAVA: number;
export function javaFeatureRelease(text: string): number | undefined;
export function findJava(env?: Environment): { path: string; release: number } | { path: undefined; tooOld: OldJava[] };
export function findMaven(env?: Environment): string | undefined;
export function howToGet(missing: { java?: boolean; maven?: boolean; tooOld?: OldJava[] }, version: string): string;
