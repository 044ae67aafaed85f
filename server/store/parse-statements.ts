/**
 * Parses the statements of `cypher/`. Each file has several, each with its name, one sentence on what it answers, and its mode. What several statements say in
 * the same words is a part (`// @part name`), written once and put in place of each line `// @use name`.
 */

export interface Statement {
  /** `verb-noun`, unique over all files. */
  name: string;
  /** Path below `cypher/`. */
  file: string;
  /** One sentence on what the statement answers. */
  summary: string;
  mode: 'READ' | 'WRITE';
  /** The statement without its header. */
  text: string;
}

const NAME = /^\/\/ @name ([a-z]+(?:-[a-z]+)+)$/;
const PART = /^\/\/ @part ([a-z]+(?:-[a-z]+)+)$/;
const USE = /^( *)\/\/ @use ([a-z]+(?:-[a-z]+)+)$/;
const MODE = /^\/\/ @mode (READ|WRITE)$/;

/** A block of a file: its lines, and the number of its first line, counted from 1. */
interface Block {
  file: string;
  lines: readonly string[];
  at: number;
}

/** Parts by name, each as its lines. */
type Parts = ReadonlyMap<string, readonly string[]>;

/**
 * The statements of some files, by name, with their parts put in. A blank line ends a statement or a part, so none contains one.
 * @param files text by path below `cypher/`
 * @throws Error that names file and line, for a name given twice, for a statement without name, summary, mode or text, for a part without sentence or text, and
 *   for a part that is used and not there, or there and not used
 */
export function parseStatements(files: Iterable<readonly [file: string, content: string]>): Map<string, Statement> {
  const blocks = [...files].flatMap(([file, content]) => blocksOf(content).map((block) => ({ file, ...block })));
  const statements = new Map<string, Statement>();
  const places = new Map<string, string>();
  const claimName = (name: string, { file, at }: Block) => {
    const before = places.get(name);
    if (before !== undefined) throw new Error(`cypher/${file}:${at}: ${name} is the name of the block at ${before} too`);
    places.set(name, `cypher/${file}:${at}`);
  };
  const parts = new Map<string, readonly string[]>();
  for (const block of blocks.filter(isPart)) {
    const [name, lines] = parsePart(block);
    claimName(name, block);
    parts.set(name, lines);
  }
  const used = new Set<string>();
  for (const block of blocks.filter((one) => !isPart(one))) {
    const statement = parseStatement(block, parts, used);
    claimName(statement.name, block);
    statements.set(statement.name, statement);
  }
  for (const name of parts.keys()) if (!used.has(name)) throw new Error(`${places.get(name)}: no statement uses the part ${name}`);
  return statements;
}

/** Blocks of lines without a blank line, each with the number of its first line, counted from 1. */
function blocksOf(content: string): { lines: string[]; at: number }[] {
  const blocks: { lines: string[]; at: number }[] = [];
  let open: string[] | undefined;
  for (const [i, line] of content.split(/\r?\n/).entries()) {
    if (line.trim() === '') open = undefined;
    else if (open) open.push(line);
    else blocks.push({ lines: (open = [line]), at: i + 1 });
  }
  return blocks;
}

const isPart = ({ lines }: Block): boolean => lines[0]?.startsWith('// @part ') ?? false;

/** @throws Error that begins with file and line */
function refuse({ file, at }: Block, offset: number, why: string): never {
  throw new Error(`cypher/${file}:${at + offset}: ${why}`);
}

/** A part: its name and its lines after the sentence. */
function parsePart(block: Block): [name: string, lines: readonly string[]] {
  const { lines } = block;
  const name = PART.exec(lines[0] ?? '')?.[1] ?? refuse(block, 0, 'a part begins with "// @part verb-noun"');
  const at = lines.findIndex((line) => !line.startsWith('//'));
  if (at < 2) refuse(block, 1, at === -1 ? `${name} has no text` : `${name} has no sentence that says what it means`);
  const stray = lines.findIndex((line, i) => i > 0 && line.trimStart().startsWith('// @'));
  if (stray !== -1) refuse(block, stray, `"${(lines[stray] ?? '').trim()}" stands within the part ${name}: a part uses no other`);
  return [name, lines.slice(at)];
}

/** @param used the names of the parts that it uses are added here */
function parseStatement(block: Block, parts: Parts, used: Set<string>): Statement {
  const { lines, file } = block;
  const name = NAME.exec(lines[0] ?? '')?.[1] ?? refuse(block, 0, 'a statement begins with "// @name verb-noun"');
  const firstOther = lines.findIndex((line, i) => i > 0 && (!line.startsWith('// ') || line.startsWith('// @')));
  const modeAt = firstOther === -1 ? lines.length : firstOther;
  const summary = lines.slice(1, modeAt).map((line) => line.slice('// '.length).trim());
  if (summary.length === 0) refuse(block, 1, `${name} has no sentence that says what it answers`);
  const mode = MODE.exec(lines[modeAt] ?? '')?.[1] ?? refuse(block, modeAt, `${name} has no "// @mode READ" or "// @mode WRITE" after its sentence`);
  const body = lines.slice(modeAt + 1);
  if (body.every((line) => line.startsWith('//'))) refuse(block, modeAt, `${name} has no text`);
  const text = body.flatMap((line, i) => {
    const [, indent, part] = USE.exec(line) ?? [];
    if (part === undefined) {
      if (line.trimStart().startsWith('// @'))
        refuse(block, modeAt + 1 + i, `"${line.trim()}" stands within ${name}: a blank line comes before the next statement`);
      return [line];
    }
    used.add(part);
    return (parts.get(part) ?? refuse(block, modeAt + 1 + i, `${name} uses the part ${part}, which no file has`)).map((one) => `${indent}${one}`);
  });
  return { name, file, summary: summary.join(' '), mode: mode as Statement['mode'], text: text.join('\n') };
}
