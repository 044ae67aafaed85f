/** The same questions asked of genuine Neo4j, in the formulations that hold there (engine.md, "Cypher that holds"). */
import neo4j, { type Driver } from 'neo4j-driver';
import { startLocalNeo4j } from '../../../server/local-neo4j/start-local-neo4j.ts';
import { loadCompact } from '../../../server/graph/compact/load-compact.ts';
import { connectDatabase } from '../../../server/store/connect.ts';
import { probeDatabase } from '../../../server/store/probe.ts';
import { throwawayData } from '../../deep/lib/run-app.ts';
import { FIRM_RANK, type BenchQuestion } from './questions.ts';
import { claimIdOf, generatedClaims, idOf } from './generated-graph.ts';

const ROWS = 20_000;
/** Milliseconds without a row after which the reading of the graph is given up. */
const READ_IDLE_MS = 60_000;
const GROUPS = 'SPONSORSHIP|INTERMEDIATION|EXECUTION|ASSOCIATION';
const FILTER = `WHERE all(r IN relationships(p) WHERE r.rank >= $rank) AND all(n IN nodes(p) WHERE n.id IN $from OR n.id IN $to OR COUNT { (n)--() } <= $degreeLimit)`;

export interface CypherPeer {
  /** @returns milliseconds, the limit where it took longer */
  ask(question: BenchQuestion, at: number, limitMs: number): Promise<number>;
  /** Reads the graph of traces from the same database, as the server does when it starts. @returns milliseconds, and the segments read */
  readCompact(): Promise<{ ms: number; segments: number }>;
  stop(): Promise<void>;
}

export async function cypherPeer(entities: number, seed: number, degreeLimit: number, say: (line: string) => void): Promise<CypherPeer> {
  const data = throwawayData();
  const server = await startLocalNeo4j({ dataDir: data.dir, probe: probeDatabase, log: () => {}, heap: '2g' });
  const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.user, server.password), { disableLosslessIntegers: true });
  await load(driver, entities, seed, say);
  return {
    async ask({ kind, filtered, most, ends, switches }, at, limitMs) {
      const { from, to } = ends[at]!;
      const search = kind === 'best' || kind === 'brokers' ? 'allShortestPaths' : 'shortestPath';
      const found =
        kind === 'brokers'
          ? 'UNWIND nodes(p)[1..-1] AS n RETURN n.id AS id, count(*) AS links ORDER BY links DESC'
          : 'RETURN [n IN nodes(p) | n.id] AS ids ORDER BY length(p)';
      const statement = `MATCH (a:Entity) WHERE a.id IN $from MATCH (b:Entity) WHERE b.id IN $to AND a <> b
        MATCH p = ${search}((a)-[:${GROUPS}*..${switches.maxHops}]-(b)) ${filtered ? FILTER : ''}
        ${found} LIMIT ${most}`;
      const session = driver.session({ defaultAccessMode: neo4j.session.READ });
      const started = performance.now();
      try {
        await session.executeRead(
          (tx) => tx.run(statement, { from: from.map(idOf), to: to.map(idOf), rank: neo4j.int(FIRM_RANK), degreeLimit: neo4j.int(degreeLimit) }),
          {
            timeout: limitMs,
          },
        );
        return Math.min(performance.now() - started, limitMs);
      } catch (error) {
        if (error instanceof neo4j.Neo4jError && /Terminated|Timeout|TimedOut/i.test(error.code)) return limitMs;
        throw error;
      } finally {
        await session.close();
      }
    },
    async readCompact() {
      const db = connectDatabase({ uri: server.uri, user: server.user, password: server.password });
      try {
        const started = performance.now();
        const graph = await db.read((tx) => loadCompact(tx, 0), { idleMs: READ_IDLE_MS });
        return { ms: performance.now() - started, segments: graph.segments.claim.length };
      } finally {
        await db.close();
      }
    },
    async stop() {
      await driver.close();
      await server.stop();
      data.remove();
    },
  };
}

async function load(driver: Driver, entities: number, seed: number, say: (line: string) => void): Promise<void> {
  await driver.executeQuery('CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE');
  await driver.executeQuery('CREATE CONSTRAINT claim_id IF NOT EXISTS FOR (n:Claim) REQUIRE n.id IS UNIQUE');
  for (let first = 0; first < entities; first += ROWS) {
    const ids = Array.from({ length: Math.min(ROWS, entities - first) }, (_, i) => idOf(first + i));
    await driver.executeQuery("UNWIND $ids AS id CREATE (:Entity {id: id, type: 'Person', generic: false, aggregate: false, _rev: 0})", { ids });
  }
  let rows: { from: string; to: string; type: string; claim: string; props: object }[] = [];
  let written = 0;
  const write = async () => {
    await driver.executeQuery(
      `UNWIND $rows AS row CREATE (:Claim {id: row.claim, dataset: 'bench', _rev: 0})
      WITH row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to}) CREATE (a)-[r:$(row.type)]->(b) SET r = row.props`,
      { rows },
    );
    written += rows.length;
    rows = [];
    if (written % (ROWS * 20) === 0) say(`  ${written} relationships written`);
  };
  const int = (n: number) => neo4j.int(n);
  for (const { n, from, to, group, rank, origins, uninvolved, accusatory } of generatedClaims(entities, seed)) {
    const claim = claimIdOf(n);
    // As the store writes a segment, so that the graph of traces can be read from it.
    const figures = { rank: int(rank), origins: int(origins), uninvolvedOrigins: int(uninvolved), accusatory, disputedOnly: false, contested: false };
    const props = { claim, n: int(0), predicate: group, traversed: true, within: false, _rev: int(0), ...figures };
    rows.push({ from: idOf(from), to: idOf(to), type: group.toUpperCase(), claim, props });
    if (rows.length === ROWS) await write();
  }
  if (rows.length > 0) await write();
}
