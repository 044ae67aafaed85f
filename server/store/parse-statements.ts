/** Parses the statements of `cypher/`. Each file has several, each with its name, one sentence on what it answers, and its mode. */

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
const MODE = /^\/\/ @mode (READ|WRITE)$/;

/**
 * The statements of some files, by name. A blank line ends a statement, so no statement contains one.
 * @param files text by path below `cypher/`
 * @throws Error that names file and line, for a name given twice and for a statement without name, summary, mode or text
 */
export function parseStatements(files: Iterable<readonly [file: string, content: string]>): Map<string, Statement> {
  const statements = new Map<string, Statement>();
  const places = new Map<string, string>();
  for (const [file, content] of files) {
    for (const { lines, at } of blocksOf(content)) {
      const place = `cypher/${file}:${at}`;
      const statement = parseBlock(lines, file, at);
      const before = places.get(statement.name);
      if (before !== undefined) throw new Error(`${place}: ${statement.name} is the name of the statement at ${before} too`);
      places.set(statement.name, place);
      statements.set(statement.name, statement);
    }
  }
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

function parseBlock(lines: readonly string[], file: string, at: number): Statement {
  const refuse = (offset: number, why: string): never => {
    throw new Error(`cypher/${file}:${at + offset}: ${why}`);
  };
  const name = NAME.exec(lines[0] ?? '')?.[1] ?? refuse(0, 'a statement begins with "// @name verb-noun"');
  const firstOther = lines.findIndex((line, i) => i > 0 && (!line.startsWith('// ') || line.startsWith('// @')));
  const modeAt = firstOther === -1 ? lines.length : firstOther;
  const summary = lines.slice(1, modeAt).map((line) => line.slice('// '.length).trim());
  if (summary.length === 0) refuse(1, `${name} has no sentence that says what it answers`);
  const mode = MODE.exec(lines[modeAt] ?? '')?.[1] ?? refuse(modeAt, `${name} has no "// @mode READ" or "// @mode WRITE" after its sentence`);
  const body = lines.slice(modeAt + 1);
  const stray = body.findIndex((line) => line.startsWith('// @'));
  if (stray !== -1) refuse(modeAt + 1 + stray, `"${lines[modeAt + 1 + stray]}" stands within ${name}: a blank line comes before the next statement`);
  if (body.every((line) => line.startsWith('//'))) refuse(modeAt, `${name} has no text`);
  return { name, file, summary: summary.join(' '), mode: mode as Statement['mode'], text: body.join('\n') };
}
