/** Takes a person out of any value that is kept as JSON: ids that tell the name, and the name in texts. */
import type { Redaction } from './redaction.ts';

/** Fields of closed words, dates and digests, which name nobody. */
const CLOSED = new Set(
  'type lang language script how basis edtf level stance reading originBasis stage outcome group decision article number scope urlBasis sha256 digest state found takes qualifiers accuses roles'.split(
    ' ',
  ),
);
const ADDRESSES = new Set(['url', 'archive']);
const ID_RUN = /[a-z0-9](?:[a-z0-9.:_~-]*[a-z0-9])?/g;
/** An id in running text is told from a word by one of these. */
const LOOKS_LIKE_ID = /[-:._~0-9]/;
/** `entity/x`, or `path/` and ids with commas. */
const KEY = /^[a-z]+\/\S+$/;

export type ValueRedaction = Pick<Redaction, 'ids' | 'remove'>;

/** A text that may be an id, or hold ids and names. */
export function redactText({ ids, remove }: ValueRedaction, text: string): string {
  const whole = ids.get(text);
  if (whole !== undefined) return whole;
  if (KEY.test(text)) {
    const [kind = '', ...rest] = text.split(/(?<=^[a-z]+)\/|(?<=\/.*),/u);
    const named = rest.map((id) => ids.get(id) ?? id).join(',');
    if (named !== rest.join(',')) return `${kind}/${named}`;
  }
  return remove(text.replace(ID_RUN, (run) => (LOOKS_LIKE_ID.test(run) ? ids.get(run) : undefined) ?? run));
}

/** A key of an object: a field keeps its name; an id, or a pair of ids as views have it, does not. */
function redactKey({ ids }: ValueRedaction, key: string): string {
  if (!key.includes(' ')) return (LOOKS_LIKE_ID.test(key) ? ids.get(key) : undefined) ?? key;
  const pair = key.split(' ');
  return pair.some((id) => ids.has(id))
    ? pair
        .map((id) => ids.get(id) ?? id)
        .sort()
        .join(' ')
    : key;
}

/** A value of JSON with all its texts redacted. Fields keep their names. */
export function redactValue<T>(redaction: ValueRedaction, value: T): T {
  return redacted(redaction, value, undefined) as T;
}

function redacted(redaction: ValueRedaction, value: unknown, field: string | undefined): unknown {
  if (typeof value === 'string') {
    if (field !== undefined && CLOSED.has(field)) return value;
    // Of names, questions and notes a closed word, of entities and sources a text.
    if (field === 'kind') return redaction.remove(value);
    if (field !== undefined && ADDRESSES.has(field)) return redactAddress(redaction, value);
    return redactText(redaction, value);
  }
  if (Array.isArray(value)) return value.map((item) => redacted(redaction, item, field));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [redactKey(redaction, key), redacted(redaction, item, key)]));
}

/** Of an address that tells the name only the site is left. */
export function redactAddress(redaction: ValueRedaction, address: string): string {
  const plain = decoded(address);
  // What stands between dashes, dots and slashes are the words of a title.
  const apart = plain.replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ');
  const runs = plain.toLowerCase().match(ID_RUN) ?? [];
  const tells = [plain, apart, titled(apart)].some((form) => redaction.remove.finds(form)) || runs.some((run) => redaction.ids.has(run));
  if (!tells) return address;
  return URL.canParse(address) ? `${new URL(address).origin}/redacted` : redactText(redaction, address);
}

const titled = (text: string): string => text.replace(/(?<![\p{L}\p{N}\p{M}])\p{Ll}/gu, (letter) => letter.toUpperCase());

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
