/** Exports a piece as a bundle of STIX 2.1, with an extension that holds the records whole. */
import type { InSlices } from '../../domain/figures/in-slices.ts';
import type { ExportFile, ExportInput, Exporter } from '../format.ts';
import { printedFile } from '../printed-lines.ts';
import { stixId } from '../stix/stix-ids.ts';
import { stixOfPiece } from '../stix/stix-of-piece.ts';

function* write(input: ExportInput): InSlices<ExportFile[]> {
  const objects = yield* stixOfPiece(input);
  const id = stixId('bundle', 'piece', JSON.stringify(objects.map((object) => object.id)));
  const bundle = function* (): Generator<string, void> {
    yield `{ "type": "bundle", "id": "${id}", "objects": [\n`;
    for (const [at, object] of objects.entries()) yield `${at === 0 ? '' : ',\n'}${JSON.stringify(object)}`;
    yield '\n] }\n';
  };
  return [{ name: 'bundle.stix.json', mediaType: 'application/stix+json', text: bundle }, printedFile(input.gate.printed, input.losses)];
}

export const stix: Exporter = {
  format: 'stix',
  label: 'STIX 2.1 with our extension',
  loses: ['laterNames', 'partRivals', 'partIdentities', 'stubs'],
  write,
};
