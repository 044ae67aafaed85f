/** `npm test`, `npm run test:<layer>`: installs what is missing, runs the layers in order, ends with the counts. Needs only Node. */
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { totalLine } from './lib/counts.mjs';
import { deepLayers } from './lib/deep/deep-runs.mjs';
import { layersOf, moreLayersOf } from './lib/layers.mjs';
import { installDependencies, whatIsMissing } from './lib/prepare-machine.mjs';
import { finishedLine } from './lib/progress.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const say = (line) => void process.stdout.write(`${line}\n`);

function chooseLayers(which, rest) {
  if (which === 'deep') return deepLayers(ROOT, say, rest);
  const layers = layersOf(ROOT, say, rest);
  const more = moreLayersOf(ROOT, say, rest);
  if (which === undefined) return Object.values(layers);
  if (which === 'more') return Object.values(more);
  const layer = layers[which] ?? more[which];
  if (!layer) throw new Error(`There is no layer called ${which}; there are ${[...Object.keys(layers), ...Object.keys(more)].join(', ')}, more and deep.`);
  return [layer];
}

/** A layer that throws has failed. The others still run, so that one run shows all failures. */
async function runLayer(layer) {
  const from = performance.now();
  if (!layer.isQuiet) say(`\n── ${layer.name} ──`);
  const counts = await layer.run().catch((error) => ({ passed: 0, failed: 1, notes: [error.message] }));
  const line = finishedLine(layer.name, performance.now() - from, `${counts.passed} passed, ${counts.failed} failed`);
  return { ...counts, line: counts.failed > 0 ? line.replace('✓', '✗') : line };
}

async function main() {
  const [which, ...rest] = process.argv.slice(2);
  // Java is always needed, because the tests run on their own temporary databases and never on that of NEO4J_URI.
  const missing = whatIsMissing({ root: ROOT, dataDir: join(ROOT, '.attest'), ownNeo4j: false });
  if (missing) throw new Error(missing);
  await installDependencies(ROOT);
  const layers = chooseLayers(which, rest);
  const runAndSay = async (layer) => {
    const result = await runLayer(layer);
    say(result.line);
    return result;
  };
  // Layers that print nothing while they run go side by side; the others, which may use all of the machine, one after the other.
  const results = await Promise.all(layers.filter(({ isQuiet }) => isQuiet).map(runAndSay));
  for (const layer of layers.filter(({ isQuiet }) => !isQuiet)) results.push(await runAndSay(layer));
  say('\n── summary ──');
  for (const { line, notes } of results) {
    say(line);
    for (const note of notes) say(`    ${note}`);
  }
  say(totalLine(results));
  return results.some((result) => result.failed > 0) ? 1 : 0;
}

main().then(
  (code) => process.exit(code),
  (error) => {
    process.stderr.write(`\n${error.message}\n`);
    say('0 passed, 1 failed');
    process.exit(1);
  },
);
