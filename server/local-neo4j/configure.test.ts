/** The settings make the embedded database private to this product. */
import { describe, expect, it } from 'vitest';
import { javaArgumentFile, neo4jConf, serverArguments } from './configure.ts';

const settings = { home: '/data/my graph/neo4j', port: 7777, heap: '512m' };
const conf = new Map(
  neo4jConf(settings)
    .trim()
    .split('\n')
    .map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string]),
);

describe('neo4j.conf', () => {
  it('listens on loopback alone, for Bolt alone, with authentication', () => {
    expect(conf.get('server.bolt.listen_address')).toBe('127.0.0.1:7777');
    expect(conf.get('server.http.enabled')).toBe('false');
    expect(conf.get('server.https.enabled')).toBe('false');
    expect(conf.get('dbms.security.auth_enabled')).toBe('true');
  });
  it('loads nothing from outside and sends no reports', () => {
    expect(conf.get('internal.dbms.cypher_ip_blocklist')).toBe('0.0.0.0/0,::/0');
    expect(conf.get('dbms.security.allow_csv_import_from_file_urls')).toBe('false');
    expect(conf.get('dbms.usage_report.enabled')).toBe('false');
  });
  it('keeps data, logs and imports under its home, also where the path has spaces', () => {
    for (const part of ['data', 'logs', 'run', 'import']) expect(conf.get(`server.directories.${part}`)).toBe(`/data/my graph/neo4j/${part}`);
  });
  it('stays small', () => {
    expect(conf.get('db.tx_log.preallocate')).toBe('false');
    expect(conf.get('db.memory.transaction.max')).toBe('384m');
    expect(conf.get('server.memory.pagecache.size')).toBe('128m');
  });
});

describe("Java's arguments", () => {
  it('contain the home, by which an orphan is recognised', () => {
    expect(serverArguments('/lib', settings)).toEqual(expect.arrayContaining(['-Xmx512m', '/lib/*', '--home-dir=/data/my graph/neo4j']));
  });
  it('survive an argument file with spaces, quotes and backslashes', () => {
    expect(javaArgumentFile(['-cp', 'C:\\a b/*', 'say "x"'])).toBe('"-cp"\n"C:\\\\a b/*"\n"say \\"x\\""\n');
  });
});
