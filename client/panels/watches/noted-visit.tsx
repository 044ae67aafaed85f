/** Notes the visit while the workbench is open; shows nothing. */
import { useNotedVisit } from './use-last-visit.ts';

export function NotedVisit() {
  useNotedVisit();
  return null;
}
