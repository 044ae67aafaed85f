/** Orders records by id, so that an answer does not depend on the order in which its records were read. */

/** Compare function for `toSorted`. It compares UTF-16 code units, which for ids is also the order of the database. */
export function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
