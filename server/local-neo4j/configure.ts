/** The settings of the embedded Neo4j: loopback only, authentication on, little memory, no access to the outside. */

export interface Neo4jSettings {
  /** Absolute folder of data, logs and settings. */
  home: string;
  /** Bolt port on 127.0.0.1. */
  port: number;
  /** Largest heap in Java's notation: "512m". */
  heap: string;
}

const FIRST_HEAP = '128m';

/** The files and folders in a home. */
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

/** The text of neo4j.conf. */
export function neo4jConf(settings: Neo4jSettings): string {
  const { home, port, heap } = settings;
  const places = placesIn(home);
  const lines: readonly (readonly [string, string])[] = [
    // A web page can speak Bolt over WebSocket to a loopback port, so a password is always required.
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
    // An import of 20,000 records takes about 25 s; after three minutes its caller has given up.
    ['db.transaction.timeout', '180s'],
    ['db.memory.transaction.max', '384m'],
    // A READ session may run LOAD CSV, so loading from files and addresses is switched off.
    ['dbms.security.allow_csv_import_from_file_urls', 'false'],
    ['internal.dbms.cypher_ip_blocklist', '0.0.0.0/0,::/0'],
    // Without these two settings an empty home takes 520 MB.
    ['db.tx_log.preallocate', 'false'],
    ['db.tx_log.rotation.retention_policy', '2 files'],
  ];
  return `${lines.map(([name, value]) => `${name}=${value}`).join('\n')}\n`;
}

const OPENED_PACKAGES = ['java.nio', 'java.io', 'sun.nio.ch', 'java.lang', 'java.util.concurrent'];

/** The text of an argument file for the Java launcher: one quoted argument on each line. */
export function javaArgumentFile(args: readonly string[]): string {
  return `${args.map((arg) => `"${arg.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`).join('\n')}\n`;
}

/** The arguments that make Java run the server. An orphan of this home is recognised by `--home-dir=`. */
export function serverArguments(libDir: string, settings: Neo4jSettings): string[] {
  return [
    ...OPENED_PACKAGES.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
    `-Xms${FIRST_HEAP}`,
    `-Xmx${settings.heap}`,
    // A server without memory is ended and restarted; left running it would answer only some queries.
    '-XX:+ExitOnOutOfMemoryError',
    '-cp',
    `${libDir}/*`,
    'org.neo4j.server.CommunityEntryPoint',
    homeArgument(settings.home),
    `--config-dir=${placesIn(settings.home).conf}`,
  ];
}

export const homeArgument = (home: string): string => `--home-dir=${home}`;

/** The arguments that make Java set the first password, before the first start. */
export function firstPasswordArguments(libDir: string, password: string): string[] {
  return ['-cp', `${libDir}/*`, 'org.neo4j.server.startup.Neo4jAdminCommand', 'dbms', 'set-initial-password', password];
}
