/** Reads the header of a `.cypher` file: what it does, its mode, its parameters, what it returns. */

export interface Statement {
  /** One sentence. */
  summary: string;
  mode: 'READ' | 'WRITE';
  params: { name: string; type: string; meaning: string }[];
  /** As written after `@return`; empty where nothing comes back. */
  returns: string;
  /** The statement without its header. */
  text: string;
}

const PARAM = /^@param (\w+) (\S+) (\S.*)$/;

/** @throws Error naming the file and the line that is no header, for these files are ours. */
export function parseStatement(content: string, file: string): Statement {
  const lines = content.split('\n');
  const end = lines.findIndex((line) => line.trim() !== '' && !line.startsWith('//'));
  const header = lines.slice(0, end === -1 ? lines.length : end).map((line) => line.replace(/^\/\/ ?/, ''));
  const text = end === -1 ? '' : lines.slice(end).join('\n').trim();
  if (text === '') throw new Error(`cypher/${file} holds no statement`);
  const summary: string[] = [];
  const params: Statement['params'] = [];
  let mode: string | undefined;
  let returns: string | undefined;
  for (const line of header) {
    const param = PARAM.exec(line);
    if (param) params.push({ name: param[1] ?? '', type: param[2] ?? '', meaning: param[3] ?? '' });
    else if (line.startsWith('@mode ')) mode = line.slice('@mode '.length).trim();
    else if (line.startsWith('@return')) returns = line.slice('@return'.length).trim();
    else if (line.startsWith('@')) throw new Error(`cypher/${file}: "${line}" is no line of a header`);
    else if (returns !== undefined) returns += ` ${line.trim()}`;
    else summary.push(line);
  }
  if (mode !== 'READ' && mode !== 'WRITE') throw new Error(`cypher/${file}: the header says no @mode READ or WRITE`);
  if (summary.length === 0) throw new Error(`cypher/${file}: the header says no sentence`);
  return { summary: summary.join(' ').trim(), mode, params, returns: returns ?? '', text };
}
