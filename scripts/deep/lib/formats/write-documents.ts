/** Writes the documents of a case as they go out: a bundle, the dossier with its picture as a page and for Word, and the pictures. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { inOneGo } from '../../../../server/domain/figures/in-slices.ts';
import { manifestOf } from '../../../../server/domain/publishing/manifest.ts';
import { pictureFile } from '../../../../server/domain/picturing/svg/described-picture.ts';
import type { ExportFormat, ExportInput } from '../../../../server/exchange/format.ts';
import { EXPORTERS } from '../../../../server/exchange/index.ts';
import { describePicture } from '../../../../server/exchange/picture/describe-picture.ts';
import { bytesOf, packBag } from '../../../../server/exchange/pack-files.ts';
import { wholeText } from '../../../../server/exchange/whole-text.ts';
import { withLosses } from '../../../../server/exchange/with-losses.ts';
import type { FilesOfExport } from '../../../../server/usecases/publishing/files-of-export.ts';
import { renderedPicture } from '../../../../server/usecases/publishing/rendered-picture.ts';
import { renderedDossier } from '../../../../server/usecases/publishing/rendered-dossier.ts';

export async function writeDocuments(folder: string, title: string, input: Omit<ExportInput, 'losses'>): Promise<void> {
  const filesOf = (format: ExportFormat, more: Partial<ExportInput> = {}) =>
    inOneGo(EXPORTERS[format].write(withLosses(EXPORTERS[format], { ...input, ...more })));
  const made = (format: ExportFormat): FilesOfExport => {
    const facts = {
      title,
      exported: format,
      made: input.view.made ?? '',
      query: { entities: [], claims: [] },
      clocks: {},
      filters: [],
      revision: 1,
      losses: [],
    };
    return { title, files: filesOf(format), manifest: (of) => manifestOf(facts, input.gate, input.ctx, of) };
  };
  const write = (name: string, bytes: Uint8Array | string) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  };
  const { files, manifest } = made('graphml');
  const bag = unzipSync(await bytesOf(inOneGo(packBag('bag', files, manifest))));
  for (const [name, bytes] of Object.entries(bag)) write(name, bytes);
  const described = inOneGo(describePicture({ ...input, losses: [] }));
  const markdown = {
    ...made('markdown-dossier'),
    files: filesOf('markdown-dossier', { picture: { alt: described.alt, file: pictureFile() } }),
    picture: described,
  };
  const [page] = (await renderedDossier(markdown, 'html')).parts;
  if (page) write('dossier.html', page.bytes);
  const word = await renderedDossier(markdown, 'docx');
  write('dossier.docx', zipSync(Object.fromEntries(word.parts.map(({ name, bytes }) => [name, bytes]))));
  for (const as of ['svg', 'png', 'embed'] as const) {
    const { name, parts } = await renderedPicture(made(as), as);
    if (parts[0]) write(name, parts[0].bytes);
  }
  write('names.json', JSON.stringify(described.nodes.map(({ name }) => name)));
  write('footnotes', String(inOneGo(wholeText(markdown.files[0])).match(/^\[\^\d+\]: /gm)?.length ?? 0));
}
