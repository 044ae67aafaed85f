/** A wrong setting is named before anything starts. */
import { expect, it } from 'vitest';
import { readConfig } from './config.ts';

it('needs nothing set', () => {
  const config = readConfig({});
  expect(config.port).toBe(4400);
  expect(config.neo4j).toBeUndefined();
  expect(config.dataDir.endsWith('.attest')).toBe(true);
});
it.each(['0.0.0.0', '192.168.1.5', 'example.org', '::'])('refuses to listen on %s', (host) => {
  expect(() => readConfig({ ATTEST_HOST: host })).toThrow(/only localhost/);
});
it('names a port that is not valid', () => {
  expect(() => readConfig({ ATTEST_PORT: 'http' })).toThrow(/ATTEST_PORT/);
});
it('requires the password with the address', () => {
  expect(() => readConfig({ NEO4J_URI: 'bolt://127.0.0.1:7687' })).toThrow(/NEO4J_PASSWORD/);
});
it('refuses an address that is not Bolt', () => {
  expect(() => readConfig({ NEO4J_URI: 'http://127.0.0.1:7474', NEO4J_PASSWORD: 'x' })).toThrow(/NEO4J_URI/);
});
it('accepts the address of another server', () => {
  expect(readConfig({ NEO4J_URI: 'neo4j+s://db.example', NEO4J_PASSWORD: 'x' }).neo4j).toEqual({ uri: 'neo4j+s://db.example', user: 'neo4j', password: 'x' });
});
it('gives the graph the memory that is set, and none where it is 0', () => {
  expect(readConfig({}).graphMemory).toBe(256);
  expect(readConfig({ ATTEST_GRAPH_MEMORY: '0' }).graphMemory).toBe(0);
  expect(() => readConfig({ ATTEST_GRAPH_MEMORY: 'much' })).toThrow(/ATTEST_GRAPH_MEMORY/);
});
