/** The embedded Neo4j's settings: loopback only, authentication on, small, nothing reached from outside. */

export interface Neo4jSettings {
  /** Absolute folder of data, logs and settings. */
  home: string;
  /** Bolt port on 127.0.0.1. */
  port: number;
  /** Largest heap, as Java writes it: "512m". */
  heap: string;
}

const FIRST_HEAP = '128m';

/** Where the parts of a home live. */
export function placesIn(home: string): { conf: string; data: string; logs: string; console: string; password: string; lock: string; run: string } {
  return {
    conf: `${home}/conf`,
    data: `${home}/data`,
    logs: `${home}/logs`,
    run: `${home}/run`,
    console: `${home}/logs/console.log`,
    password: `${home}/password`,
    lock: `${home}/supervisor.json`,
  };
}

/** Text of neo4j.conf. */
export function neo4jConf(settings: Neo4jSettings): string {
  const { home, port, heap } = settings;
  const places = placesIn(home);
  const lines: readonly (readonly [string, string])[] = [
    // A page in a browser can speak Bolt over WebSocket to a loopback port: hence the password, always.
    ['dbms.security.auth_enabled', 'true'],
    ['server.bolt.listen_address', `127.0.0.1:${port}`],
    ['server.bolt.advertised_address', `127.0.0.1:${port}`],
    ['server.http.enabled', 'false'],
    ['server.https.enabled', 'false'],
    ['dbms.usage_report.enabled', 'false'],
    ['server.directories.data', places.data],
    ['server.directories.logs', places.logs],
    ['server.directories.run', places.run],
    ['server.directories.import', `${home}/import`],
    ['server.memory.heap.initial_size', FIRST_HEAP],
    ['server.memory.heap.max_size', heap],
    ['server.memory.pagecache.size', '128m'],
    // An import of 20,000 records takes about 25 s; anything past three minutes has lost its caller.
    ['db.transaction.timeout', '180s'],
    ['db.memory.transaction.max', '384m'],
    // A READ session may still say LOAD CSV: nothing to load, from no address.
    ['dbms.security.allow_csv_import_from_file_urls', 'false'],
    ['internal.dbms.cypher_ip_blocklist', '0.0.0.0/0,::/0'],
    // Without these two an empty home takes 520 MB.
    ['db.tx_log.preallocate', 'false'],
    ['db.tx_log.rotation.retention_policy', '2 files'],
  ];
  return `${lines.map(([name, value]) => `${name}=${value}`).join('\n')}\n`;
}

const OPENED_PACKAGES = ['java.nio', 'java.io', 'sun.nio.ch', 'java.lang', 'java.util.concurrent'];

/** An argument file of the Java launcher: one quoted argument a line. */
export function javaArgumentFile(args: readonly string[]): string {
  return `${args.map((arg) => `"${arg.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`).join('\n')}\n`;
}

/** Java's arguments to run the server. `--home-dir=` is also how an orphan of this home is known. */
export function serverArguments(libDir: string, settings: Neo4jSettings): string[] {
  return [
    ...OPENED_PACKAGES.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
    `-Xms${FIRST_HEAP}`,
    `-Xmx${settings.heap}`,
    // Better dead and restarted than half alive.
    '-XX:+ExitOnOutOfMemoryError',
    '-cp',
    `${libDir}/*`,
    'org.neo4j.server.CommunityEntryPoint',
    homeArgument(settings.home),
    `--config-dir=${placesIn(settings.home).conf}`,
  ];
}

export const homeArgument = (home: string): string => `--home-dir=${home}`;

/** Java's arguments to set the first password, before the first start. */
export function firstPasswordArguments(libDir: string, password: string): string[] {
  return ['-cp', `${libDir}/*`, 'org.neo4j.server.startup.Neo4jAdminCommand', 'dbms', 'set-initial-password', password];
}
