/** A program whose output is piped into `head` ends quietly. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';

const MODULE = new URL('end-with-reader.mjs', import.meta.url).href;

/** Runs a program that writes a line every millisecond, and closes its output after the first. */
async function closedEarly(program) {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'pipe'], timeout: 20_000 });
  let said = '';
  child.stderr.on('data', (chunk) => (said += String(chunk)));
  child.stdout.once('data', () => child.stdout.destroy());
  const [code] = await once(child, 'close');
  return { code, said };
}

const WRITING = "setInterval(() => process.stdout.write('a line\\n'), 1); setTimeout(() => process.exit(3), 10_000);";

it('a program without it fails when the reader of its output goes away', async () => {
  const { code, said } = await closedEarly(WRITING);
  expect(code).not.toBe(0);
  expect(said).toContain('EPIPE');
});
it('a program with it ends without an error when the reader of its output goes away', async () => {
  expect(await closedEarly(`import { endWithReader } from '${MODULE}'; endWithReader(); ${WRITING}`)).toEqual({ code: 0, said: '' });
});
