/** Decides which dataset the records of a file belong to: that of its header, else that of its folder, else the dataset asked for. */
import type { CuratedFile } from './curated-file.ts';
import type { Problem } from '../model/errors.ts';
import { ID_PATTERN, RESERVED_ENDS } from '../model/lists.ts';

export interface NamedFile {
  name: string;
  content: CuratedFile;
}
export interface AssignedFile extends NamedFile {
  dataset: string;
}

/**
 * A file without header belongs to the one dataset described in its folder, else in the nearest folder above (names are paths with `/`), else to `dataset`. A
 * file with no dataset to be found (`dataset-missing`), or with several in the folder (`dataset-ambiguous`), is reported as a problem and left out.
 * Where no file belongs to the `dataset` asked for, each header is reported (`dataset-not-used`).
 */
export function assignDatasets(files: readonly NamedFile[], dataset: string | undefined): { files: AssignedFile[]; problems: Problem[] } {
  const headers = new Map<string, Set<string>>();
  for (const { name, content } of files) {
    if (!content.dataset) continue;
    const folder = folderOf(name);
    const known = headers.get(folder) ?? new Set();
    headers.set(folder, known.add(content.dataset.id));
  }
  const assigned: AssignedFile[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    const own = file.content.dataset?.id;
    const near = own === undefined ? nearestHeaders(file.name, headers) : new Set([own]);
    const [only] = near;
    if (near.size === 1 && only !== undefined) assigned.push({ ...file, dataset: only });
    else if (dataset !== undefined) assigned.push({ ...file, dataset });
    else if (near.size === 0) {
      problems.push({
        code: 'dataset-missing',
        message: 'no dataset is named: neither this file nor another of its folder has a "dataset" header',
        remedy: 'add "dataset": { "id": … }, or say --dataset <id>',
        file: file.name,
        pointer: '',
      });
    } else {
      const ids = [...near].sort().map((id) => JSON.stringify(id));
      problems.push({
        code: 'dataset-ambiguous',
        message: `this file has no "dataset" header, and its folder describes several: ${ids.join(', ')}`,
        remedy: 'give the file a header, or say --dataset <id>',
        file: file.name,
        pointer: '',
      });
    }
  }
  if (dataset !== undefined && assigned.every((file) => file.dataset !== dataset)) problems.push(...notUsed(assigned, dataset));
  return { files: assigned, problems };
}

/** What is written would go elsewhere than the caller says. */
function notUsed(files: readonly AssignedFile[], dataset: string): Problem[] {
  const asked = JSON.stringify(dataset);
  return files.flatMap(({ name, content }) => {
    if (!content.dataset) return [];
    return [
      {
        code: 'dataset-not-used',
        message: `the dataset ${asked} was asked for, but the header of this file names ${JSON.stringify(content.dataset.id)}`,
        remedy: `leave the dataset ${asked} out, or change the header`,
        file: name,
        pointer: '/dataset/id',
      },
    ];
  });
}

/** The problem with the id of a dataset that was asked for; undefined where the id is valid. */
export function datasetFault(id: string): Problem | undefined {
  const told = (why: string, remedy: string): Problem => ({ code: 'invalid-id', message: `the dataset ${JSON.stringify(id)} ${why}`, remedy });
  if ((RESERVED_ENDS as readonly string[]).includes(id)) return told('has a reserved word as its id', `take another id than ${RESERVED_ENDS.join(', ')}`);
  if (!ID_PATTERN.test(id)) return told('is no id: an id is [prefix:]slug of a-z 0-9 . _ ~ -', 'write small letters, digits and hyphens, as in "my-case"');
  return undefined;
}

function folderOf(name: string): string {
  const path = name.replaceAll('\\', '/');
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

function nearestHeaders(name: string, headers: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  for (let folder = folderOf(name); ; folder = folderOf(folder)) {
    const found = headers.get(folder);
    if (found) return found;
    if (folder === '') return new Set();
  }
}
