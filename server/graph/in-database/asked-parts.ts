/** The parts of a filter as parameters of one type each: a statement is planned once, not once for every mixture of nulls. */

/** Below every rank, disputed-only included; above every rank; more than any count. */
export const LOWEST_RANK = -1;
export const HIGHEST_RANK = 6;
export const MOST_OF_ANY = 1_000_000_000;

/** Names of the parts that are given: `asks` of a statement. An empty list is a question too; nothing passes it. */
export function asked(parts: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(parts).filter((name) => parts[name] !== undefined);
}

export function listOf(values: readonly string[] | undefined): string[] {
  return values ? [...values] : [];
}
