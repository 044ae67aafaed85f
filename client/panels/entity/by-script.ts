/** Groups names by the script they are written in. */
import type { EntityDetail } from '../../../server/contract/views.ts';

type Name = EntityDetail['names'][number];
export interface ScriptGroup {
  script: string;
  dir: 'ltr' | 'rtl';
  names: Name[];
}
const LEFTWARD = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg']);
const UNKNOWN = 'Zyyy';

/** The script of a name, else the one its language is usually written in. */
export function scriptOf({ script, lang }: Pick<Name, 'script' | 'lang'>): string {
  if (script !== undefined) return script;
  try {
    return new Intl.Locale(lang).maximize().script ?? UNKNOWN;
  } catch {
    return UNKNOWN;
  }
}

/** Groups in the order of their first names; within a group the order is kept. */
export function byScript(names: readonly Name[]): ScriptGroup[] {
  const groups = new Map<string, ScriptGroup>();
  for (const name of names) {
    const script = scriptOf(name);
    const group = groups.get(script);
    if (group) group.names.push(name);
    else groups.set(script, { script, dir: LEFTWARD.has(script) ? 'rtl' : 'ltr', names: [name] });
  }
  return [...groups.values()];
}
