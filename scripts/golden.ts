/** Writes the golden sentences, answers and dossiers anew. Read what changed (`git diff fixtures/golden`) before it is committed: it is what the product prints. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { goldenAnswers } from '../fixtures/testing/golden-answers.ts';
import { goldenDossiers } from '../fixtures/testing/golden-dossiers.ts';
import { goldenSentences } from '../fixtures/testing/golden-sentences.ts';

const folder = fileURLToPath(new URL('../fixtures/golden/', import.meta.url));
mkdirSync(folder, { recursive: true });
for (const [name, text] of [...goldenSentences(), ...(await goldenAnswers()), ...(await goldenDossiers())]) {
  writeFileSync(`${folder}${name}`, text);
  process.stdout.write(`Wrote fixtures/golden/${name}\n`);
}
