/** Ids of FollowTheMoney entities from ids of records. FtM takes letters, digits, dots and hyphens, and all of its entities share one set of ids. */

const KINDS = ['entity', 'source', 'claim', 'sanction'] as const;
export type FtmKind = (typeof KINDS)[number];

/** `entity-a.3ab` for the entity `a:b`: whatever FtM does not take, and the dot, is written as a dot with its code; two records never get one id. */
export function ftmId(kind: FtmKind, id: string): string {
  const encode = (character: string): string => `.${character.codePointAt(0)?.toString(16).padStart(2, '0')}`;
  return `${kind}-${id.replace(/[^a-z0-9-]/g, encode).replace(/-$/, encode)}`;
}

/** The id of the record, or undefined where the id is none of ours. */
export function recordIdOf(id: string): { kind: FtmKind; id: string } | undefined {
  const kind = KINDS.find((one) => id.startsWith(`${one}-`));
  if (kind === undefined) return undefined;
  return { kind, id: id.slice(kind.length + 1).replace(/\.([0-9a-f]{2})/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16))) };
}
