/** The registry of the export formats. */
import { csvSet } from './exporters/csv-set.ts';
import { markdownDossier } from './exporters/markdown-dossier.ts';
import { ownJson } from './exporters/own-json.ts';
import type { ExportFormat, Exporter } from './format.ts';

export const EXPORTERS: Readonly<Record<ExportFormat, Exporter>> = {
  'own-json': ownJson,
  'csv-set': csvSet,
  'markdown-dossier': markdownDossier,
};
