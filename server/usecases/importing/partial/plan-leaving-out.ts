/** Plans an import without the records that are named or cannot be written, and without what refers to those. */
import { LEFT_OUT, placeKey, recordOf, recordsOf, restingOn, textAt, withoutRecords, type RecordPlace } from '../../../domain/importing/partial/leave-out.ts';
import type { CuratedFile } from '../../../domain/importing/curated-file.ts';
import type { Problem } from '../../../domain/model/errors.ts';
import type { Planned } from '../plan-against-database.ts';
import type { ReadFile } from '../files/read-curated-file.ts';

/** The named limits of leaving records out. */
export const LEAVE_OUT_LIMITS = {
  /** Times that the files are checked again after records were left out; each time finds what refers to these. */
  leaveOutRounds: 25,
} as const;

export interface LeaveOut {
  /** Records that stay out because the caller says so. */
  places: readonly RecordPlace[];
  /** Whether records that cannot be written stay out, too, with what refers to them; otherwise one fault refuses the whole import. */
  refused: boolean;
}

/**
 * @param plan plans files at one revision
 * @returns the plan of what is left, and why each of the others is not in it; the problems of the plan are those for which nothing can be left out
 */
export async function planLeavingOut(
  plan: (files: readonly ReadFile[]) => Promise<Planned>,
  files: readonly ReadFile[],
  { places, refused }: LeaveOut,
): Promise<{ planned: Planned; leftOut: Problem[] }> {
  const out = new LeavingOut(files, places);
  if (refused) out.leaveMalformed();
  for (let round = 1; ; round += 1) {
    const planned = await plan(out.files);
    const isOver = !refused || planned.work !== undefined || round === LEAVE_OUT_LIMITS.leaveOutRounds;
    if (isOver || !out.leave(planned.problems)) return { planned, leftOut: out.told };
  }
}

class LeavingOut {
  files: readonly ReadFile[];
  readonly told: Problem[] = [];
  private readonly out = new Set<string>();
  /** Ids of the records that are left out. */
  private readonly ids = new Set<string>();

  constructor(files: readonly ReadFile[], named: readonly RecordPlace[]) {
    this.files = files;
    const at = files.flatMap((file) => {
      const places = named.filter((place) => place.file === file.name && recordOf(place)?.pointer === place.pointer);
      return file.locate(places.map((place) => ({ code: LEFT_OUT, message: 'it is left out, as asked', remedy: 'import it another time', ...place })));
    });
    this.told.push(...at);
    this.take(at.flatMap((problem) => recordOf(problem) ?? []));
  }

  /** The records without the form of one are holes in their files already. */
  leaveMalformed(): void {
    this.files = this.files.map((file) => {
      if (file.content === undefined || file.stopped) return file;
      this.told.push(...file.problems.filter((problem) => recordsOf(problem) !== undefined && !this.isOut(problem)));
      const problems = file.problems.filter((problem) => recordsOf(problem) === undefined);
      for (const id of file.malformed) this.ids.add(id);
      return { ...file, problems, malformed: [] };
    });
  }

  /** Leaves out the records with these problems. False where one of these is in no record: the rest cannot be written then. */
  leave(problems: readonly Problem[]): boolean {
    const places = problems.map(recordsOf);
    if (places.length === 0 || !places.every((of) => of !== undefined)) return false;
    const contents = new Map(this.files.map((file) => [file.name, file.content]));
    this.told.push(...problems.map((problem) => restingOn(problem, textAt(contents.get(problem.file ?? ''), problem.pointer ?? ''), this.ids)));
    this.take(places.flat());
    return true;
  }

  private isOut(problem: Problem): boolean {
    return recordsOf(problem)?.every((place) => this.out.has(placeKey(place))) === true;
  }

  private take(places: readonly RecordPlace[]): void {
    for (const place of places) this.out.add(placeKey(place));
    this.files = this.files.map((file) => {
      const taken = places.filter((place) => place.file === file.name).map(({ pointer }) => pointer);
      if (taken.length === 0 || !file.content) return file;
      for (const pointer of taken) this.remember(file.content, pointer);
      const stays = (problem: Problem) => !this.isOut(problem);
      const problems = file.problems.filter(stays);
      return {
        ...file,
        content: withoutRecords(file.content, taken),
        problems,
        // A record without the form of one counts as there only while it is at fault itself: left out, it is missed by what refers to it.
        malformed: problems.length === 0 ? [] : file.malformed,
        rewritten: file.rewritten.filter(stays),
      };
    });
  }

  private remember(content: CuratedFile, pointer: string): void {
    const id = textAt(content, `${pointer}/id`);
    if (id !== undefined) this.ids.add(id);
  }
}

/** A problem for each place to leave out at which no file has a record. */
export function unknownPlaces(files: readonly ReadFile[], places: readonly RecordPlace[]): Problem[] {
  const known = new Map(files.map((file) => [file.name, file]));
  return places.flatMap((place) => {
    const file = known.get(place.file);
    const [, list = '', at = ''] = place.pointer.split('/');
    const items: unknown = file?.content && recordOf(place)?.pointer === place.pointer ? Reflect.get(file.content, list) : undefined;
    const isThere = Array.isArray(items) && Number(at) in items;
    if (isThere || file?.problems.some((problem) => recordsOf(problem)?.some(({ pointer }) => pointer === place.pointer))) return [];
    const code = 'no-such-record';
    const remedy = 'name a record by its file and pointer, as "/claims/12"; a plan with rows=true says where each stands';
    return [{ code, message: `leaveOut names ${JSON.stringify(place.pointer)} of ${JSON.stringify(place.file)}, where no record is`, remedy }];
  });
}
