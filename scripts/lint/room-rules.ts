/** Turns the table of rooms (oxlint.config.ts) into lint overrides: a file may import only what the row of its room names. */
import { posix } from 'node:path';
import type { OxlintOverride } from 'oxlint';

export interface Room {
  /** A folder and all below it; `folder/*`: only the files directly in it; or one file. Where a file is in several rows the last one counts. */
  room: string;
  /** Only the tests of the room, and its folders named `testing`. */
  tests?: boolean;
  /** What it may import besides itself; a folder stands for all below it. */
  from?: readonly string[];
  /** What it may import types from, and nothing but types. */
  typesFrom?: readonly string[];
  /** Packages and modules of Node that it may import; `node:*`: all of Node; `*`: every package that is not reserved. */
  packages?: readonly string[];
}

/** The rows as they are written; gives them their type. */
export const roomTable = (rooms: readonly Room[]): readonly Room[] => rooms;

/** A row for a folder before the rows for parts of it, so that the narrower counts. */
export function broadFirst(rooms: readonly Room[]): Room[] {
  const depth = ({ room }: Room) => room.split('/').length;
  return rooms.toSorted((a, b) => depth(a) - depth(b));
}

/** Each name with the message of its refusal. */
export const refused = (names: readonly string[], message: string): { name: string; message: string }[] => names.map((name) => ({ name, message }));

/** Depths of folders below a room that the rules cover; a file in a deeper folder is in no room. */
const DEPTHS = [0, 1, 2, 3, 4];

/**
 * One override for each row and depth of folder, because an import names its target by a path relative to the file.
 * @param reserved packages that `*` does not include
 */
export function overridesOf(rooms: readonly Room[], reserved: readonly string[]): OxlintOverride[] {
  return rooms.flatMap((row) => {
    const whole = !row.room.endsWith('/*') && posix.extname(row.room) === '';
    return (whole ? DEPTHS : [0]).map((depth) => ({
      files: filesAt(row, whole, depth),
      rules: { 'no-restricted-imports': ['error', { patterns: patternsOf(row, whole, depth, reserved) }] },
    }));
  });
}

function filesAt({ room, tests }: Room, whole: boolean, depth: number): string[] {
  if (!whole) return [room];
  const folder = `${room}/${'*/'.repeat(depth)}`;
  if (!tests) return [`${folder}*`];
  const named = [`${folder}*.test.*`, `${folder}testing.ts`];
  const inTesting = Array.from({ length: depth }, (_, above) => `${room}/${'*/'.repeat(depth - 1 - above)}testing/${'*/'.repeat(above)}*`);
  return [...named, ...inTesting];
}

function patternsOf(row: Room, whole: boolean, depth: number, reserved: readonly string[]): object[] {
  const { from = [], typesFrom = [], packages = [] } = row;
  const folder = whole ? `${row.room}${'/x'.repeat(depth)}` : posix.dirname(row.room);
  const ways = [...from, ...typesFrom].map((room) => wayTo(room, folder));
  // How many folders up any import is allowed: to the top of the room, or of the room that contains it.
  const up = Math.max(depth, ...ways.map(upsOnly));
  const any = packages.includes('*');
  const named = packages.filter((name) => name !== '*');
  const allowed = ['itself', ...from, ...typesFrom.map((room) => `types of ${room}`), ...named, ...(any ? ['any package not reserved'] : [])];
  const message = `${row.room}${row.tests ? ' (tests)' : ''} may import only ${allowed.join(', ')}: see the table of rooms in oxlint.config.ts.`;
  return [
    // Patterns are tried in this order until one matches.
    { regex: '(^\\./|[^./]/)\\.\\.(/|$)', message: 'Write the shortest way: up first, then down.' },
    ...typesFrom.map((room) => ({ regex: regexOf(wayTo(room, folder)), message, allowTypeImports: true })),
    {
      group: [
        any ? '../**' : '**',
        ...(any ? reserved.flatMap(everyPathOf) : []),
        '!./**',
        ...Array.from({ length: up }, (_, i) => `!${'../'.repeat(i + 1)}**`),
        // This pattern also matches paths that lead further up.
        `${'../'.repeat(up + 1)}**`,
        ...ways.filter((way) => upsOnly(way) === 0).map((way) => `!${way}`),
        ...named.flatMap(everyPathOf).map((path) => `!${path}`),
      ],
      message,
    },
  ];
}

/** The path of a target relative to a folder, as a pattern. */
function wayTo(target: string, folder: string): string {
  const way = posix.relative(folder, target);
  return posix.extname(target) === '' && !target.endsWith('/*') ? `${way}/**` : way;
}

/** The number of folders up, for a path that leads only up; else 0. */
function upsOnly(way: string): number {
  return /^(?:\.\.\/)+\*\*$/.test(way) ? way.split('../').length - 1 : 0;
}

function everyPathOf(name: string): string[] {
  return [name, `${name}/**`];
}

/** The same as a regular expression: a rule that allows types is ignored once a list with exceptions has matched, so it is tried before as a regex. */
function regexOf(way: string): string {
  return `^${way.replaceAll('.', '\\.').replace(/(\*\*?)$/, (stars) => (stars === '**' ? '.*' : '[^/]*$'))}`;
}
