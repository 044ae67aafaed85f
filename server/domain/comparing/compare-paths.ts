/** The paths that two answers to one trace do not share. A path is known by its entities. */

/** What of a path is compared. */
export interface ComparedPath {
  entities: readonly string[];
  weakest: { rank: number };
}
export interface PathComparison<P extends ComparedPath> {
  gained: P[];
  lost: P[];
  /** In both, with another standing of the weakest hop. */
  changed: { before: P; after: P }[];
}

/** Each list keeps the order of the answer it is from; `changed` that of the second. */
export function comparePaths<P extends ComparedPath>(before: readonly P[], after: readonly P[]): PathComparison<P> {
  const key = ({ entities }: P) => entities.join(' ');
  const [was, is] = [before, after].map((paths) => new Map(paths.map((path) => [key(path), path])));
  return {
    gained: after.filter((path) => !was!.has(key(path))),
    lost: before.filter((path) => !is!.has(key(path))),
    changed: after.flatMap((path) => {
      const then = was!.get(key(path));
      return then && then.weakest.rank !== path.weakest.rank ? [{ before: then, after: path }] : [];
    }),
  };
}
