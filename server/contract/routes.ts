/** Every route of the API, in the order of the reference page. */
import { expandEntity, readEntity, searchEntities, summarizeNeighbours } from './routes/entities.ts';
import { searchSaid } from './routes/said.ts';
import { listClaims, listGaps, listTableRows, readEvidence } from './routes/claims.ts';
import { listRoles } from './routes/roles.ts';
import { readSubgraph } from './routes/subgraph.ts';
import { tracePaths } from './routes/trace.ts';
import { listBrokers, readWhatHolds } from './routes/holding-up.ts';
import { compareCases, drawCompared, writeComparison } from './routes/compare.ts';
import { listQuestions } from './routes/questions.ts';
import { deleteSavedSet, listSavedSets, readSavedSet, saveSet } from './routes/saved-sets.ts';
import { deleteWatch, listWatches, markWatchSeen, saveWatch } from './routes/watches.ts';
import { deleteNotebookEntry, listNotebook, readNotebookEntry, saveNotebookEntry } from './routes/notebook.ts';
import { deleteView, readView, storeView } from './routes/view-states.ts';
import { listSources, listVoices, readSource, readVoice, readVoiceGlance, readVoiceOverlap } from './routes/sources.ts';
import { convertFile, deleteText, keepPassages, listTexts, putText, readPassages, readText, readTextNames } from './routes/texts.ts';
import { listPredicates, listTypes } from './routes/vocabulary.ts';
import { readStats } from './routes/stats.ts';
import { listImports, readImport, sampleTables, startImport, stopImport, watchImport } from './routes/imports.ts';
import { commitChange, listChanges, planChanges, readChange, readHistory, restoreRecords, undoChange } from './routes/changes.ts';
import { fetchBackup, listBackups, makeBackup } from './routes/keeping/backups.ts';
import { liftRedaction, listRedactions, planRedaction, redactPerson } from './routes/keeping/redactions.ts';
import { copyCase, removeCase, sizeCase } from './routes/cases.ts';
import { checkExport, checkPaths, previewDossier, writeExport } from './routes/exports.ts';
import { healthLive, healthReady } from './routes/health.ts';

export const ROUTES = {
  searchEntities,
  searchSaid,
  readEntity,
  summarizeNeighbours,
  expandEntity,
  readSubgraph,
  readEvidence,
  listClaims,
  listTableRows,
  listGaps,
  listRoles,
  listSources,
  readSource,
  listVoices,
  readVoice,
  readVoiceGlance,
  readVoiceOverlap,
  listTexts,
  readText,
  readPassages,
  readTextNames,
  putText,
  deleteText,
  keepPassages,
  convertFile,
  tracePaths,
  readWhatHolds,
  listBrokers,
  compareCases,
  drawCompared,
  writeComparison,
  listQuestions,
  listSavedSets,
  saveSet,
  deleteSavedSet,
  readSavedSet,
  listWatches,
  saveWatch,
  markWatchSeen,
  deleteWatch,
  storeView,
  readView,
  deleteView,
  listNotebook,
  readNotebookEntry,
  saveNotebookEntry,
  deleteNotebookEntry,
  listPredicates,
  listTypes,
  readStats,
  startImport,
  sampleTables,
  stopImport,
  listImports,
  readImport,
  watchImport,
  planChanges,
  commitChange,
  listChanges,
  readChange,
  undoChange,
  restoreRecords,
  readHistory,
  copyCase,
  sizeCase,
  removeCase,
  checkExport,
  checkPaths,
  previewDossier,
  writeExport,
  listBackups,
  makeBackup,
  fetchBackup,
  listRedactions,
  planRedaction,
  redactPerson,
  liftRedaction,
  healthLive,
  healthReady,
};
