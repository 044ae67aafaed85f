/** Statements on datasets and predicates as recorded. */
import { defineQuery } from '../query.ts';
import { atRevision, byIds, jsonRow, putSimple, written } from './shapes.ts';

export const allDatasets = defineQuery({ name: 'load-all-datasets', params: atRevision, row: jsonRow });
export const datasetsById = defineQuery({ name: 'load-datasets', inTurns: 'ids', params: byIds, row: jsonRow });
export const listDatasetRows = defineQuery({ name: 'list-datasets', params: atRevision, row: jsonRow });
export const putDatasets = defineQuery({ name: 'put-datasets', params: putSimple, row: written });

export const allPredicates = defineQuery({ name: 'load-all-predicates', params: atRevision, row: jsonRow });
export const predicatesById = defineQuery({ name: 'load-predicates', inTurns: 'ids', params: byIds, row: jsonRow });
export const readPredicates = defineQuery({ name: 'read-predicates', params: atRevision, row: jsonRow });
export const putPredicates = defineQuery({ name: 'put-predicates', params: putSimple, row: written });
