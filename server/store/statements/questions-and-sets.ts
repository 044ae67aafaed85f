/** Statements on questions, saved sets, stored views and the notebook. */
import { z } from 'zod';
import { NOTEBOOK_KINDS } from '../../domain/model/lists.ts';
import { defineQuery } from '../query.ts';
import { atRevision, byIds, jsonRow, noParams, putSimple, written } from './shapes.ts';

export const allQuestions = defineQuery({ name: 'load-all-questions', params: atRevision, row: jsonRow });
export const questionsById = defineQuery({ name: 'load-questions', inTurns: 'ids', params: byIds, row: jsonRow });
export const listQuestionRows = defineQuery({ name: 'list-questions', params: atRevision, row: jsonRow });
export const putQuestions = defineQuery({ name: 'put-questions', params: putSimple, row: written });

/** A saved set has revisions of its own, counted from when it was first saved. */
const savedSetRow = z.object({ json: z.string(), revision: z.int() });
export const listSavedSetRows = defineQuery({ name: 'list-saved-sets', params: noParams, row: savedSetRow });
export const readSavedSet = defineQuery({ name: 'read-saved-set', params: z.strictObject({ id: z.string() }), row: savedSetRow });
export const writeSavedSet = defineQuery({
  name: 'save-set',
  params: z.strictObject({ id: z.string(), json: z.string() }),
  row: z.object({ revision: z.int() }),
});
export const removeSavedSet = defineQuery({ name: 'delete-saved-set', params: z.strictObject({ id: z.string() }), row: z.object({ deleted: z.int() }) });

/** What is stored of one kind, in all. */
const amount = z.object({ number: z.int(), characters: z.int() });
export const countSavedSets = defineQuery({ name: 'count-saved-sets', params: noParams, row: amount });
export const countViewStates = defineQuery({ name: 'count-view-states', params: noParams, row: amount });

/** SHA-256 of the view as canonical JSON. */
const digest = z.string();
/** ISO 8601, UTC. */
const instant = z.string();
export const readViewState = defineQuery({
  name: 'read-view-state',
  params: z.strictObject({ digest }),
  row: jsonRow.extend({ lastOpened: instant }),
});
export const openViewState = defineQuery({ name: 'open-view-state', params: z.strictObject({ digest, at: instant }), row: written });
export const expireViewStates = defineQuery({
  name: 'expire-view-states',
  params: z.strictObject({ before: instant, limit: z.int() }),
  row: z.object({ deleted: z.int() }),
});
export const putViewState = defineQuery({
  name: 'put-view-state',
  params: z.strictObject({
    digest,
    json: z.string(),
    characters: z.int(),
    at: instant,
  }),
  row: z.object({ digest }),
});
export const removeViewState = defineQuery({ name: 'delete-view-state', params: z.strictObject({ digest }), row: z.object({ deleted: z.int() }) });

const notebookKind = z.enum(NOTEBOOK_KINDS);
/** `changed`: an instant, ISO 8601, UTC. */
const notebookRow = z.object({ id: z.string(), kind: notebookKind, json: z.string(), version: z.int(), changed: z.string() });
const one = z.strictObject({ id: z.string() });

export const countNotebook = defineQuery({ name: 'count-notebook', params: noParams, row: z.object({ number: z.int(), characters: z.int() }) });
/** What entries have in common: what they name (`aboutKey`), and the assessment that a search is for. */
const inCommon = z.strictObject({ about: z.string().nullable(), assessment: z.string().nullable() });
export const countNotebookKinds = defineQuery({ name: 'count-notebook-kinds', params: inCommon, row: z.object({ kind: notebookKind, number: z.int() }) });
export const listNotebookRows = defineQuery({
  name: 'list-notebook',
  params: inCommon.extend({ kinds: z.array(notebookKind), offset: z.int(), limit: z.int() }),
  row: notebookRow,
});
export const readNotebookRow = defineQuery({ name: 'read-notebook-entry', params: one, row: notebookRow });
export const removeNotebookRow = defineQuery({ name: 'delete-notebook-entry', params: one, row: z.object({ deleted: z.int() }) });
export const writeNotebookRow = defineQuery({
  name: 'save-notebook-entry',
  params: z.strictObject({
    id: z.string(),
    kind: notebookKind,
    /** Keys of what it names (`aboutKey`). */
    names: z.array(z.string()),
    assessment: z.string().nullable(),
    json: z.string(),
    changed: z.string(),
  }),
  row: z.object({ version: z.int() }),
});
