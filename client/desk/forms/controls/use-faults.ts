/** What is wrong with a record as it is typed, by the place of the field: by the schema of the file format, and by the plan. */
import { describeIssues } from '../../../../server/contract/describe-issues.ts';
import { type FileKind, schemaOf, withoutEmpty } from '../../../state/draft/file-form.ts';
import { words } from '../../../i18n/messages.ts';
import { faultInWords, type Told } from './fault-words.ts';

export const faultText = ({ message, remedy }: Told): string => `${message}. ${words.errors.todo(remedy)}`;

/** By place, as in `names/0/text`. */
export type Faults = ReadonlyMap<string, string>;

export function faultsOf(kind: FileKind, record: object): Faults {
  const schema = schemaOf(kind);
  const value = withoutEmpty(record);
  const parsed = schema.safeParse(value);
  const faults = new Map<string, string>();
  if (parsed.success) return faults;
  for (const problem of describeIssues(parsed.error.issues, schema, value)) {
    const { code, message, pointer = '' } = problem;
    const place = placeOf(pointer, message, code);
    if (!faults.has(place)) faults.set(place, code === 'missing-field' ? words.forms.needed : faultText(faultInWords(kind, problem)));
  }
  return faults;
}

/** A field that is missing is told at what lacks it. */
function placeOf(pointer: string, message: string, code: string): string {
  const at = pointer.split('/').slice(1);
  const missing = code === 'missing-field' ? /"([^"]+)"/.exec(message)?.[1] : undefined;
  return (missing !== undefined && at.at(-1) !== missing ? [...at, missing] : at).join('/');
}

/** The fault of a field, or of what is in it where it shows no fields of its own. */
export function faultAt(faults: Faults, place: string, deep = false): string | undefined {
  const own = faults.get(place);
  if (own !== undefined || !deep) return own;
  return [...faults].find(([at]) => at.startsWith(`${place}/`))?.[1];
}
