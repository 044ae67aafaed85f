/** A process that supervises a Neo4j until it is killed, for tests of what it leaves. */
import { probeDatabase } from '../../store/probe.ts';
import { startLocalNeo4j } from '../start-local-neo4j.ts';

const [dataDir] = process.argv.slice(2);
if (dataDir === undefined) throw new Error('usage: run-supervisor <data folder>');
const server = await startLocalNeo4j({ dataDir, log: (line) => void process.stderr.write(`${line}\n`), probe: probeDatabase, heap: '256m' });
process.stdout.write(`ready ${server.uri}\n`);
setInterval(() => undefined, 60_000);
