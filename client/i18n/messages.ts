/** All words of the interface in one place. Sentences about people come hedged from the API and are never written here. */
import { appWords } from './app-words.ts';
import { canvasWords } from './canvas-words.ts';
import { changeWords } from './change-words.ts';
import { compareWords } from './compare-words.ts';
import { deskWords } from './desk-words.ts';
import { dossierWords } from './dossier-words.ts';
import { draftWords } from './draft-words.ts';
import { evidenceWords } from './evidence-words.ts';
import { exportWords } from './export-words.ts';
import { filterWords } from './filter-words.ts';
import { findWords } from './find-words.ts';
import { importWords } from './import-words.ts';
import { modelWords, termWords } from './model-words.ts';
import { notebookWords } from './notebook-words.ts';
import { tableWords } from './table-words.ts';
import { timelineWords } from './timeline-words.ts';
import { tourWords } from './tour-words.ts';
import { traceWords } from './trace-words.ts';
import { watchWords } from './watch-words.ts';
import { whatIfWords } from './what-if-words.ts';
import { inLocale } from './locale.ts';

export const words = inLocale({
  ...appWords,
  ...canvasWords,
  ...changeWords,
  ...compareWords,
  ...deskWords,
  ...dossierWords,
  ...draftWords,
  ...evidenceWords,
  ...exportWords,
  ...filterWords,
  ...findWords,
  ...importWords,
  ...modelWords,
  ...notebookWords,
  ...tableWords,
  ...timelineWords,
  ...termWords,
  ...tourWords,
  ...traceWords,
  ...watchWords,
  ...whatIfWords,
} as const);
