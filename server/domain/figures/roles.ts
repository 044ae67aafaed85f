/** Derives the roles of entities towards plots from predicates, each hedged by the standing of its claim (model.md, "Predicates and roles"). */
import { accusedBy, triedOf } from './accused-ends.ts';
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
  /** The step that gives the level was not taken against this entity, or not against it alone: it is told as what that step says. */
  ofOthers?: true;
  /** Findings and convictions that fell: a court is not told as alleging what it no longer holds. */
  once?: Once[];
  /** How a case against the entity over this claim ended, by whom: its role is told with it. */
  outcomes?: Outcome[];
  /** Of a target: a claim on the same plot says that it was attacked, hurt or killed, and not only aimed at. It is told as a victim. */
  harmed?: true;
}
interface Outcome {
  level: 'acquitted' | 'withdrawn';
  by?: string;
  /** It ended a claim that accuses several, and does not say which of them it concerns. */
  ofSeveral?: true;
}
interface Once {
  level: 'found' | 'convicted';
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
  records: Pick<Records, 'claims' | 'citations' | 'predicates' | 'entities' | 'identities'>,
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
    const tried = triedOf(claim, records);
    const accused = new Set(accusedBy(claim, records.predicates.get(claim.predicate)));
    const fallen = onceOf(standing);
    const once = fallen.length === 0 ? {} : { once: fallen };
    const isOwn = (entity: string): boolean => {
      if (!accused.has(entity)) return false;
      if (level === 'admitted') return by.includes(entity);
      const isJudged = level === 'charged' || level === 'convicted' || fallen.length > 0;
      return !isJudged || accused.size === 1 || (tried.length === 1 && tried[0] === entity);
    };
    for (const plot of plotsOf(claim, records.entities)) {
      for (const end of ENDS) {
        const role = roles[end];
        if (!role) continue;
        for (const entity of new Set(entitiesAt(claim, end))) {
          if (role === 'target' && tellsOfHarm(claim, standing, records)) harmed.add(towards({ plot, entity }));
          if (entity !== plot)
            entries.push({
              plot,
              entity,
              role,
              claim: claim.id,
              end,
              level,
              by,
              ...flagged,
              ...once,
              ...(isOwn(entity) ? {} : { ofOthers: true }),
              ...(ended.length > 0 && tried.includes(entity) ? { outcomes: ended } : {}),
            });
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
  for (const { standing, claim: id } of endingsOf(claim, view)) {
    const { level, by } = standing;
    const ended = view.records.claims.get(id);
    const several = ended !== undefined && triedOf(ended, view.records).length > 1;
    if (level === 'acquitted' || level === 'withdrawn')
      outcomes.set(`${level} ${by} ${several}`, { level, ...(by === undefined ? {} : { by }), ...(several ? { ofSeveral: true } : {}) });
  }
  return [...outcomes.values()];
}

/** The findings and convictions that give the level though they fell, each once. */
function onceOf({ history, level }: Figures): Once[] {
  if (level !== 'alleged') return [];
  const steps = history.flatMap((step): Once[] =>
    step.fell === 'alleged' && (step.level === 'found' || step.level === 'convicted')
      ? [{ level: step.level, ...(step.by === undefined ? {} : { by: step.by }) }]
      : [],
  );
  return [...new Map(steps.map((step) => [JSON.stringify(step), step])).values()];
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

/** How a step is told of somebody against whom, or against whom alone, it was not taken. */
const OF_OTHERS: Readonly<Partial<Record<SupportLevel, string>>> = {
  sanctioned: 'according to a designation',
  charged: 'according to charges',
  admitted: 'according to an admission',
  convicted: 'according to a conviction',
};

/** How a step is told with the deed that it was taken over; of the others the step is not told in short. */
const OVER_A_DEED: Readonly<Partial<Record<SupportLevel, string>>> = { charged: 'charged with', admitted: 'admitted', convicted: 'convicted of' };

type HedgedRole = Pick<RoleEntry, 'role' | 'level' | 'by' | 'flags' | 'outcomes' | 'harmed' | 'ofOthers' | 'once'>;

const levelTold = (level: SupportLevel, ofOthers: true | undefined): string => (ofOthers ? OF_OTHERS[level] : undefined) ?? level;
const outcomeTold = ({ level, ofSeveral }: Outcome): string =>
  ofSeveral ? `${level === 'acquitted' ? 'an acquittal' : 'a withdrawal of charges'} on record` : level;

/** The role as it is told, and what hedges it: that somebody is a victim is not put in doubt, the standing of what is said of it follows. */
function toldRole({ role, level, harmed, ofOthers }: Omit<HedgedRole, 'by'>): { before: string; word: string; after: boolean } {
  if (harmed) return { before: '', word: 'victim', after: true };
  // Nobody admits for another.
  const { before, after } = HEDGES[ofOthers && level === 'admitted' ? 'charged' : level];
  return { before, after, word: role };
}

/**
 * The role with its hedge: "alleged perpetrator (charged, US)", "reported target", "perpetrator (convicted, the court)", "alleged perpetrator (attempted, charged, US)",
 * "alleged perpetrator (US; acquitted, the court)", "victim (reported)"; of one of several accused "perpetrator (according to a conviction, the court)".
 */
export function hedgedRole(entry: HedgedRole, nameOf: (id: string) => string): string {
  const { flags = [], once = [], outcomes = [], ofOthers } = entry;
  const hedge = toldRole(entry);
  const alleging = entry.by.filter((id) => !once.some(({ by }) => by === id));
  const isOnceAlone = once.length > 0 && alleging.length === 0;
  const said = [...flags, ...(hedge.after && !isOnceAlone ? [levelTold(entry.level, ofOthers)] : []), ...alleging.map(nameOf)].join(', ');
  const whose = (by: string | undefined) => (by === undefined ? '' : `, ${nameOf(by)}`);
  const fallen = once.map(({ level, by }) => `once ${levelTold(level, ofOthers)}${whose(by)}`);
  const ended = outcomes.map((outcome) => `${outcomeTold(outcome)}${whose(outcome.by)}`);
  const inside = [...(said === '' ? [] : [said]), ...fallen, ...ended].join('; ');
  return `${hedge.before}${hedge.word}${inside ? ` (${inside})` : ''}`;
}

/**
 * The same without who says so, for a title: "alleged perpetrator, charged", "alleged would-be perpetrator, charged", "reported target", "victim",
 * "alleged perpetrator, acquitted", "perpetrator, according to a conviction".
 * @param plot told with the role: "perpetrator in the fire, convicted"
 * @param deed what the step was taken over, where that is not the plot itself: "perpetrator, convicted of having attacked Ann"
 */
export function roleInShort(entry: Omit<HedgedRole, 'by'>, plot?: string, deed?: string): string {
  const { before, word, after } = toldRole(entry);
  // "Charged" after a target would be read as said of it.
  const isAccused = entry.role !== 'target';
  const of = deed === undefined ? undefined : OVER_A_DEED[entry.level];
  const level =
    !after || !isAccused ? [] : deed === undefined || entry.ofOthers ? [levelTold(entry.level, entry.ofOthers)] : of === undefined ? [] : [`${of} ${deed}`];
  // Intended, attempted or expected: it was not done.
  const wouldBe = entry.flags && entry.flags.length > 0 && isAccused ? 'would-be ' : '';
  const noun = `${before}${wouldBe}${word}${plot === undefined ? '' : ` in ${plot}`}`;
  return [noun, ...level, ...(entry.outcomes ?? []).map(outcomeTold)].join(', ');
}
