import { describe, expect, test } from 'vitest';
import { parseStatements } from './parse-statements.ts';

const ONE = '// @name list-claims\n// Every claim.\n// @mode READ\nMATCH (c:Claim)\nRETURN c.id AS id';
const TWO =
  '// @name put-claims\n// Writes claims,\n// new or changed.\n// @mode WRITE\nUNWIND $rows AS row\n// Twice the same changes nothing.\nMERGE (c:Claim {id: row.id})';
const parse = (content: string) => [...parseStatements([['claims.cypher', content]]).values()];

describe('the statements of a file', () => {
  test('are found by name, each with its sentence, mode and text', () => {
    expect(parse(`${ONE}\n\n${TWO}\n`)).toEqual([
      { name: 'list-claims', file: 'claims.cypher', summary: 'Every claim.', mode: 'READ', text: 'MATCH (c:Claim)\nRETURN c.id AS id' },
      {
        name: 'put-claims',
        file: 'claims.cypher',
        summary: 'Writes claims, new or changed.',
        mode: 'WRITE',
        text: 'UNWIND $rows AS row\n// Twice the same changes nothing.\nMERGE (c:Claim {id: row.id})',
      },
    ]);
  });

  test('are the same for any line ending, and for any number of blank lines between them', () => {
    expect(parse(`\n${ONE}\n\n \n\n${TWO}`.replaceAll('\n', '\r\n'))).toEqual(parse(`${ONE}\n\n${TWO}`));
  });

  test('are none in a file of blank lines', () => {
    expect(parse('\n\n')).toEqual([]);
  });

  test('of several files are returned together', () => {
    const names = parseStatements([
      ['a.cypher', ONE],
      ['b.cypher', TWO],
    ]);
    expect([...names].map(([name, { file }]) => [name, file])).toEqual([
      ['list-claims', 'a.cypher'],
      ['put-claims', 'b.cypher'],
    ]);
  });
});

describe('a part', () => {
  const PART = '// @part pass-filter\n// Whether a claim passes.\nAND c.rank >= $rank\n  AND true';
  const USER = '// @name list-firm\n// Firm claims.\n// @mode READ\nMATCH (c:Claim)\nWHERE true\n  // @use pass-filter\nRETURN c.id AS id';

  test('stands in each statement that uses it, indented as the line that does, whichever file has it', () => {
    const statements = parseStatements([
      ['a.cypher', `${USER}\n\n${USER.replace('list-firm', 'list-again').replace('  // @use', '// @use')}`],
      ['b.cypher', PART],
    ]);
    expect([...statements.keys()]).toEqual(['list-firm', 'list-again']);
    expect(statements.get('list-firm')?.text).toBe('MATCH (c:Claim)\nWHERE true\n  AND c.rank >= $rank\n    AND true\nRETURN c.id AS id');
    expect(statements.get('list-again')?.text).toBe('MATCH (c:Claim)\nWHERE true\nAND c.rank >= $rank\n  AND true\nRETURN c.id AS id');
  });

  test.each([
    ['that is used and not there', USER, '6: list-firm uses the part pass-filter, which no file has'],
    ['that is there and not used', PART, '1: no statement uses the part pass-filter'],
    ['without a sentence', `${USER}\n\n// @part pass-filter\nAND true`, '10: pass-filter has no sentence'],
    ['without text', `${USER}\n\n// @part pass-filter\n// Nothing.`, '10: pass-filter has no text'],
    ['whose name is one word', `${USER}\n\n// @part filter\n// Passes.\nAND true`, '9: a part begins with "// @part verb-noun"'],
    ['that uses another', `${USER}\n\n${PART}\n// @use pass-filter`, '13: "// @use pass-filter" stands within the part pass-filter'],
    ['given twice', `${USER}\n\n${PART}\n\n${PART}`, '14: pass-filter is the name of the block at cypher/claims.cypher:9 too'],
  ])('%s is refused', (_what, content, message) => {
    expect(() => parse(content)).toThrow(`cypher/claims.cypher:${message}`);
  });
});

describe('an error names file and line', () => {
  test('where a name is given twice in a file', () => {
    expect(() => parse(`${TWO}\n\n${ONE}\n\n${ONE}`)).toThrow('cypher/claims.cypher:15: list-claims is the name of the block at cypher/claims.cypher:9 too');
  });

  test('where two files give one name', () => {
    const files = [
      ['a.cypher', ONE],
      ['b.cypher', `\n${ONE}`],
    ] as const;
    expect(() => parseStatements(files)).toThrow('cypher/b.cypher:2: list-claims is the name of the block at cypher/a.cypher:1 too');
  });

  test.each([
    ['has no name', '// Every claim.\n// @mode READ\nRETURN 1', 7],
    ['is bare', 'RETURN 1', 7],
    ['has a name of one word', '// @name claims\n// Every claim.\n// @mode READ\nRETURN 1', 7],
    ['has a name in capitals', '// @name List-Claims\n// Every claim.\n// @mode READ\nRETURN 1', 7],
  ])('where a statement %s', (_what, block, line) => {
    expect(() => parse(`${ONE}\n\n${block}`)).toThrow(`cypher/claims.cypher:${line}: a statement begins with "// @name verb-noun"`);
  });

  test.each([
    ['sentence', '// @name a-b\n// @mode READ\nRETURN 1', '2: a-b has no sentence'],
    ['mode', '// @name a-b\n// Says one.\nRETURN 1', '3: a-b has no "// @mode READ"'],
    ['mode that is one', '// @name a-b\n// Says one.\n// @mode read\nRETURN 1', '3: a-b has no "// @mode READ"'],
    ['mode at the end', '// @name a-b\n// Says one.', '3: a-b has no "// @mode READ"'],
    ['text', '// @name a-b\n// Says one.\n// @mode READ', '3: a-b has no text'],
    ['text but a comment', '// @name a-b\n// Says one.\n// @mode READ\n// Nothing.', '3: a-b has no text'],
  ])('where a statement has no %s', (_what, content, message) => {
    expect(() => parse(content)).toThrow(`cypher/claims.cypher:${message}`);
  });

  test('where the next statement follows without a blank line, and where an old line of types remains', () => {
    expect(() => parse(`${ONE}\n${TWO}`)).toThrow('cypher/claims.cypher:6: "// @name put-claims" stands within list-claims');
    expect(() => parse('// @name a-b\n// Says one.\n// @mode READ\n// @return id string\nRETURN 1')).toThrow('cypher/claims.cypher:4: "// @return id string"');
  });
});
