/** Reads exported files as JavaScript programs do: Cytoscape without a page, graphology, and the published JSON Schema. */
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import cytoscape, { type ElementsDefinition } from 'cytoscape';
import { MultiGraph } from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';

import { schemaFile, type SchemaName } from '../../../../server/contract/json-schema.ts';
import { EXTENSION_ID } from '../../../../server/exchange/stix/stix-ids.ts';

export interface Judged {
  format: string;
  judge: string;
  /** What was counted; undefined where the file could not be read. */
  entities?: number;
  claims?: number;
  faults: string[];
}
type Counted = Pick<Judged, 'entities' | 'claims'>;

const schemaAt = (name: SchemaName): string => fileURLToPath(new URL(`../../../../${schemaFile(name)}`, import.meta.url));

/** @param folder with one folder for each format */
export function judgeInJavaScript(folder: string): Judged[] {
  const read = (format: string, name: string) => readFileSync(join(folder, format, name), 'utf8');
  return [
    judged('cytoscape-json', 'cytoscape headless', (faults) => inCytoscape(read('cytoscape-json', 'graph.cyjs'), faults)),
    judged('graphml', 'graphology', () => inGraphology(graphml.parse(MultiGraph, read('graphml', 'graph.graphml'), { addMissingNodes: false }))),
    judged('gexf', 'graphology', () => inGraphology(gexf.parse(MultiGraph, read('gexf', 'graph.gexf'), { addMissingNodes: false }))),
    judged('own-json', 'ajv with the schema', (faults) => ofSchema(join(folder, 'own-json'), faults)),
    judged('stix', 'ajv with the schema of the extension', (faults) => extensionsOfSchema(read('stix', 'bundle.stix.json'), faults)),
  ];
}

function judged(format: string, judge: string, run: (faults: string[]) => Counted): Judged {
  const faults: string[] = [];
  try {
    return { format, judge, ...run(faults), faults };
  } catch (error) {
    return { format, judge, faults: [String(error)] };
  }
}

function inCytoscape(text: string, faults: string[]): Counted {
  const { elements } = JSON.parse(text) as { elements: ElementsDefinition };
  const loaded = cytoscape({ headless: true, elements });
  const given = elements.nodes.length + elements.edges.length;
  // A second element with an id that is used is dropped without an error.
  if (loaded.elements().length !== given) faults.push(`${loaded.elements().length} of ${given} elements were taken`);
  return { entities: loaded.nodes('[!open_end]').length, claims: loaded.edges('[claim]').length };
}

function inGraphology(graph: { filterNodes: (of: (id: string, held: Record<string, unknown>) => boolean) => string[]; size: number }): Counted {
  return { entities: graph.filterNodes((_, held) => held['open_end'] === undefined).length, claims: graph.size };
}

interface Checked {
  (data: unknown): boolean;
  errors?: { instancePath: string; message?: string }[] | null;
}
function checkOf(name: SchemaName): Checked {
  const require = createRequire(import.meta.url);
  const { default: Ajv2020 } = require('ajv/dist/2020') as {
    default: new (o: object) => {
      compile: (schema: object) => Checked;
    };
  };
  return new Ajv2020({ strict: false, allErrors: true, formats: { uri: (text: string) => URL.canParse(text) } }).compile(
    JSON.parse(readFileSync(schemaAt(name), 'utf8')) as object,
  );
}
const told = ({ errors }: Checked, at: string): string[] => (errors ?? []).slice(0, 5).map(({ instancePath, message }) => `${at}${instancePath} ${message}`);

/** What our extension holds of each object. */
function extensionsOfSchema(text: string, faults: string[]): Counted {
  const isValid = checkOf('attest-stix-extension-1');
  const { objects } = JSON.parse(text) as { objects: { id: string; extensions?: Record<string, unknown> }[] };
  const held = objects.flatMap(({ id, extensions }) =>
    extensions && EXTENSION_ID in extensions ? [{ id, held: extensions[EXTENSION_ID] as { kind: string } }] : [],
  );
  for (const { id, held: content } of held) if (!isValid(content)) faults.push(...told(isValid, id));
  const of = (kind: string) => held.filter(({ held: content }) => content.kind === kind).length;
  return { entities: of('entity'), claims: of('claim') };
}

function ofSchema(folder: string, faults: string[]): Counted {
  const isValid = checkOf('attest-1');
  let entities = 0;
  const claims = new Set<string>();
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
    const file = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { entities?: unknown[]; claims?: { id: string }[] };
    if (!isValid(file)) faults.push(...told(isValid, name));
    entities += file.entities?.length ?? 0;
    for (const { id } of file.claims ?? []) claims.add(id);
  }
  return { entities, claims: claims.size };
}
