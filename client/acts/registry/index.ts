/** All acts of the workbench, in the order of the lists. */
import type { Act } from '../act.ts';
import { arrangeActs } from './arrange-acts.ts';
import { drawActs } from './draw-acts.ts';
import { filterActs } from './filter-acts.ts';
import { findActs } from './find-acts.ts';
import { workbenchActs } from './workbench-acts.ts';
import { readActs } from './read-acts.ts';
import { selectActs } from './select-acts.ts';
import { traceActs } from './trace-acts.ts';

export const ACTS: readonly Act[] = [...findActs, ...readActs, ...drawActs, ...traceActs, ...selectActs, ...arrangeActs, ...filterActs, ...workbenchActs];
