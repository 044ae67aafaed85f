/** The registry of the export formats. */
import { csvGephi, csvNeo4j, csvSet } from './exporters/csv-set.ts';
import { cytoscapeJson } from './exporters/cytoscape-json.ts';
import { ftmEntities } from './exporters/ftm-entities.ts';
import { ftmStatements } from './exporters/ftm-statements.ts';
import { gexf } from './exporters/gexf.ts';
import { graphml } from './exporters/graphml.ts';
import { docxDossier, htmlDossier, markdownDossier } from './exporters/markdown-dossier.ts';
import { ownJson } from './exporters/own-json.ts';
import { embed, pngPicture, svgPicture } from './exporters/picture.ts';
import { stix } from './exporters/stix.ts';
import type { ExportFormat, Exporter } from './format.ts';

export const EXPORTERS: Readonly<Record<ExportFormat, Exporter>> = {
  'own-json': ownJson,
  'csv-set': csvSet,
  'csv-neo4j': csvNeo4j,
  'csv-gephi': csvGephi,
  graphml,
  gexf,
  'cytoscape-json': cytoscapeJson,
  'ftm-entities': ftmEntities,
  'ftm-statements': ftmStatements,
  stix,
  'markdown-dossier': markdownDossier,
  'html-dossier': htmlDossier,
  'docx-dossier': docxDossier,
  svg: svgPicture,
  png: pngPicture,
  embed,
};
