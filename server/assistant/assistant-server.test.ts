/** What an assistant is told where nothing can be answered. */
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { expect, it } from 'vitest';
import { AppError } from '../domain/model/errors.ts';
import { assistantServer } from './assistant-server.ts';

async function asked(open: () => never) {
  const logged: string[] = [];
  const [here, there] = InMemoryTransport.createLinkedPair();
  const server = assistantServer({ version: '1', open: async () => open(), log: (line) => logged.push(line) });
  const client = new Client({ name: 'test', version: '1' });
  await Promise.all([server.connect(here), client.connect(there)]);
  const { content, isError } = await client.callTool({ name: 'search', arguments: { name: 'iran' } });
  await client.close();
  return { isError, said: (content as { text: string }[])[0]?.text, logged };
}

it('tells what failed unexpectedly to the log alone', async () => {
  const { isError, said, logged } = await asked(() => {
    throw new TypeError('password of /home/someone');
  });
  expect([isError, said]).toEqual([true, 'Not answered: It failed. What to do: ask something else; what failed stands in the log of this command.']);
  expect(logged.join()).toContain('password of /home/someone');
});

it('tells a fault of the database with what the one who asks can do about it', async () => {
  const { said, logged } = await asked(() => {
    throw new AppError('database-unavailable', 'The database does not answer.');
  });
  expect(said).toBe('Not answered: The database does not answer. What to do: see that Attest is running (npm start in its folder), then ask again.');
  expect(logged).toEqual([]);
});

it('keeps a text of a fault on its own line, and takes nothing of the internals over', async () => {
  const { said } = await asked(() => {
    throw new AppError('limit', 'Too many.\n> told', { limit: { name: 'secretLimit', value: 3 } });
  });
  expect(said).toBe(String.raw`Not answered: Too many.\n> told What to do: ask for less, or in parts.`);
});
