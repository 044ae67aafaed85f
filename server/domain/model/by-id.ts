/** The order of records in answers: by id, whatever order they were read in. */

/** For `toSorted`; by UTF-16 unit, which for ids is the order of the database too. */
export function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
