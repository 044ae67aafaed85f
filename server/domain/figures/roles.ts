/** Derives the roles of entities towards plots from predicates, each hedged by the standing of its claim (model.md, "Predicates and roles"). */
import { triedOf } from './accused-ends.ts';
import { endingsOf } from './case-steps.ts';
import { entitiesAt } from '../model/claim-ends.ts';
import { ENDS, type End, type Role, type SupportLevel } from '../model/lists.ts';
import type { Claim, Entity, Records } from '../model/records.ts';
import type { Figures } from '../model/figures.ts';

/** One role of one entity towards one plot, by one claim. */
export interface RoleEntry {
  plot: string;
  entity: string;
  role: Role;
  claim: string;
  end: End;
  level: SupportLevel;
  by: string[];
  /** Flags set on the claim: somebody wanted for a deed (`attempted`) did not do it. */
  flags?: Flag[];
  /** How a case against the entity over this claim ended, by whom: its role is told with it. */
  outcomes?: Outcome[];
  /** Of a target: a claim on the same plot says that it was attacked, hurt or killed, and not only aimed at. It is told as a victim. */
  harmed?: true;
}
interface Outcome {
  level: 'acquitted' | 'withdrawn';
  by?: string;
}
const FLAGS = ['intended', 'attempted', 'expected'] as const;
type Flag = (typeof FLAGS)[number];

/**
 * Every role that the visible claims give; a claim that is disputed only gives none. The plot is any entity of type Plot among the claim's object, subject and
 * `in`; a claim about two plots gives its roles towards both. Sorted by plot, role, entity, claim, end.
 * @param claims those looked at; absent: all of the records
 */
export function rolesOf(
  records: Pick<Records, 'claims' | 'citations' | 'predicates' | 'entities'>,
  figures: ReadonlyMap<string, Figures>,
  claims: Iterable<Claim> = records.claims.values(),
): RoleEntry[] {
  const entries: RoleEntry[] = [];
  const harmed = new Set<string>();
  for (const claim of claims) {
    const roles = records.predicates.get(claim.predicate)?.roles;
    const standing = figures.get(claim.id);
    if (!roles || !standing?.visible || standing.level === 'disputed-only') continue;
    // "Hired nobody" makes nobody a sponsor or an intermediary.
    if (claim.object === 'none') continue;
    const { level, by } = standing;
    const flags = FLAGS.filter((flag) => claim[flag]);
    const flagged = flags.length > 0 ? { flags } : {};
    const ended = outcomesOf(claim, { records, figures });
    const accused = new Set(ended.length === 0 ? [] : triedOf(claim, records));
    for (const plot of plotsOf(claim, records.entities)) {
      for (const end of ENDS) {
        const role = roles[end];
        if (!role) continue;
        for (const entity of new Set(entitiesAt(claim, end))) {
          if (role === 'target' && tellsOfHarm(claim, standing, records)) harmed.add(towards({ plot, entity }));
          if (entity !== plot)
            entries.push({ plot, entity, role, claim: claim.id, end, level, by, ...flagged, ...(accused.has(entity) ? { outcomes: ended } : {}) });
        }
      }
    }
  }
  const key = (entry: RoleEntry) => [entry.plot, entry.role, entry.entity, entry.claim, entry.end].join('\u0000');
  return entries
    .map((entry): RoleEntry => (entry.role === 'target' && harmed.has(towards(entry)) ? { ...entry, harmed: true } : entry))
    .map((entry) => ({ entry, key: key(entry) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ entry }) => entry);
}

const towards = ({ plot, entity }: Pick<RoleEntry, 'plot' | 'entity'>): string => `${plot}\u0000${entity}`;

/** Whether the claim says that its target was attacked, hurt or killed: a deed that was done, or an outcome that a visible passage gives. */
function tellsOfHarm(claim: Claim, { history }: Figures, { predicates, citations }: Pick<Records, 'predicates' | 'citations'>): boolean {
  const isDone = !FLAGS.some((flag) => claim[flag]);
  if (isDone && predicates.get(claim.predicate)?.group === 'execution') return true;
  const visible = new Set(history.filter(({ stance }) => stance === 'supports').map(({ citation }) => citation));
  return (citations.get(claim.id) ?? []).some(({ id, outcome }) => visible.has(id) && (outcome === 'killed' || outcome === 'injured'));
}

/** Whose roles, towards which plots, which roles, and by claims of which datasets. A part left out does not restrict. */
export interface RolesQuestion {
  plots?: readonly string[];
  roles?: readonly Role[];
  entities?: readonly string[];
  datasets?: readonly string[];
}

/** The entries that match the question, in the order given; which claims are of the datasets asked for is settled before. */
export function rolesAskedFor(entries: readonly RoleEntry[], { plots, roles, entities }: Omit<RolesQuestion, 'datasets'>): RoleEntry[] {
  return entries.filter(
    (entry) => (!plots || plots.includes(entry.plot)) && (!roles || roles.includes(entry.role)) && (!entities || entities.includes(entry.entity)),
  );
}

/** The acquittals and withdrawals on record, by whichever claim, each once, the last one last. */
function outcomesOf(claim: Claim, view: Parameters<typeof endingsOf>[1]): Outcome[] {
  const outcomes = new Map<string, Outcome>();
  for (const { standing } of endingsOf(claim, view)) {
    const { level, by } = standing;
    if (level === 'acquitted' || level === 'withdrawn') outcomes.set(`${level} ${by}`, { level, ...(by === undefined ? {} : { by }) });
  }
  return [...outcomes.values()];
}

function plotsOf(claim: Claim, entities: ReadonlyMap<string, Entity>): Set<string> {
  const places: End[] = ['object', 'subject', 'in'];
  return new Set(places.flatMap((end) => entitiesAt(claim, end)).filter((id) => entities.get(id)?.type === 'Plot'));
}

/** How a level hedges a role: the word before it, and whether the level follows in brackets. */
const HEDGES: Readonly<Record<SupportLevel, { before: string; after: boolean }>> = {
  unstated: { before: 'alleged ', after: true },
  reported: { before: 'reported ', after: false },
  alleged: { before: 'alleged ', after: false },
  sanctioned: { before: 'alleged ', after: true },
  charged: { before: 'alleged ', after: true },
  admitted: { before: '', after: true },
  found: { before: '', after: true },
  convicted: { before: '', after: true },
  confirmed: { before: '', after: true },
};

/** The role as it is told, and what hedges it: that somebody is a victim is not put in doubt, the standing of what is said of it follows. */
function toldRole({ role, level, harmed }: Pick<RoleEntry, 'role' | 'level' | 'harmed'>): { before: string; word: string; after: boolean } {
  return harmed ? { before: '', word: 'victim', after: true } : { ...HEDGES[level], word: role };
}

/** The role with its hedge: "alleged perpetrator (charged, US)", "reported target", "perpetrator (convicted, the court)", "alleged perpetrator (attempted, charged, US)", "alleged perpetrator (US; acquitted, the court)", "victim (reported)". */
export function hedgedRole(entry: HedgedRole, nameOf: (id: string) => string): string {
  const hedge = toldRole(entry);
  const said = [...(entry.flags ?? []), ...(hedge.after ? [entry.level] : []), ...entry.by.map(nameOf)].join(', ');
  const ended = (entry.outcomes ?? []).map(({ level, by }) => `${level}${by === undefined ? '' : `, ${nameOf(by)}`}`);
  const inside = [...(said === '' ? [] : [said]), ...ended].join('; ');
  return `${hedge.before}${hedge.word}${inside ? ` (${inside})` : ''}`;
}

type HedgedRole = Pick<RoleEntry, 'role' | 'level' | 'by' | 'flags' | 'outcomes' | 'harmed'>;

/**
 * The same without who says so, for a title: "alleged perpetrator, charged", "alleged perpetrator of what was attempted, charged", "reported target", "victim",
 * "alleged perpetrator, acquitted".
 * @param plot told with the role: "perpetrator in the fire, convicted"
 */
export function roleInShort(entry: Omit<HedgedRole, 'by'>, plot?: string): string {
  const { before, word, after } = toldRole(entry);
  // "Charged" after a target would be read as said of it.
  const isAccused = entry.role !== 'target';
  const level = after && isAccused ? [entry.level] : [];
  const flags = entry.flags && isAccused ? ` of what was ${entry.flags.join(' and ')}` : '';
  const noun = `${before}${word}${flags}${plot === undefined ? '' : ` in ${plot}`}`;
  return [noun, ...level, ...(entry.outcomes ?? []).map(({ level: ended }) => ended)].join(', ');
}
