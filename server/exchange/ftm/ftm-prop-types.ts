/** Types of the FtM properties that are written (`ftm dump-model` of followthemoney 4.11). */

const TYPES: Readonly<Record<string, readonly string[]>> = {
  id: ['id'],
  name: ['name', 'alias', 'weakAlias', 'previousName'],
  text: ['notes', 'summary', 'description'],
  topic: ['topics'],
  url: ['sourceUrl'],
  date: ['date', 'startDate', 'endDate', 'publishedAt'],
  entity: ['proof', 'subject', 'object', 'member', 'organization', 'employee', 'employer', 'person', 'relative', 'associate', 'party', 'case'],
  string: ['full', 'title', 'publisher', 'author', 'role', 'relationship', 'status', 'recordId'],
};
const TYPE_OF: ReadonlyMap<string, string> = new Map(Object.entries(TYPES).flatMap(([type, props]) => props.map((prop) => [prop, type] as const)));

/** @throws Error for a property that is not listed here */
export function ftmPropType(prop: string): string {
  const type = TYPE_OF.get(prop);
  if (type === undefined) throw new Error(`The type of the FtM property ${prop} is not listed in ftm-prop-types.ts.`);
  return type;
}
