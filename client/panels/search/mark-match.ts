/** Takes a name apart around what was typed, so that the part that matched can be marked. */

/** Before, the match as written, after; the match is empty where the letters typed do not stand in the name. */
export function markMatch(name: string, typed: string): [before: string, match: string, after: string] {
  const lower = name.toLocaleLowerCase();
  const at = typed === '' ? -1 : lower.indexOf(typed.toLocaleLowerCase());
  // Some letters are longer in lower case: then places differ and nothing is marked.
  if (at < 0 || lower.length !== name.length) return [name, '', ''];
  return [name.slice(0, at), name.slice(at, at + typed.length), name.slice(at + typed.length)];
}
