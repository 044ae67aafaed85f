/**
 * The two sides of a trace: lines told before its paths (who is on both, who is gone, which side is empty), and what a title says of an end, which is what is on
 * record of that end itself.
 */
import { roleInShort, type RoleEntry } from '../figures/roles.ts';
import { RANK_OF_LEVEL, type Role } from '../model/lists.ts';
import type { Selector } from '../model/questions.ts';
import { nameInProse, nameWith } from './in-prose.ts';
import { listed, type NarrationContext } from './narration.ts';
import { wordingOf } from './wording.ts';

export interface TraceSides {
  from: readonly string[];
  to: readonly string[];
  /** Ids in the saved sets asked for that no entity has any more. */
  gone: readonly string[];
  /** The words of a side that was asked for by role or type (`askedSide`); absent: its entities were named. */
  asked?: { from?: string; to?: string };
}

/** "any intermediary", "any agency": a side asked for by role or type; undefined where its entities were named, or a saved set was. */
export function askedSide({ ids, savedSet, role, type }: Selector): string | undefined {
  if ((ids?.length ?? 0) > 0 || savedSet !== undefined) return undefined;
  if (role !== undefined) return `any ${role}`;
  return type === undefined ? undefined : `any ${type === 'Case' ? 'legal case' : type.toLowerCase()}`;
}

/** Up to this many are named; a line says how many more there are. */
const NAMED = 10;

/** A sentence for each; empty where there is nothing to say. */
export function sideLines(sides: TraceSides, nameOf: (id: string) => string): string[] {
  const { from, to, gone } = sides;
  const lines: string[] = [];
  if (from.length === 0) lines.push('No entity stands on the side to start from.');
  if (to.length === 0) lines.push('No entity stands on the side to arrive at.');
  const onFarSide = new Set(to);
  const both = from.filter((id) => onFarSide.has(id));
  if (both.length > 0) lines.push(`On both sides ${both.length === 1 ? 'stands' : 'stand'} ${someOf(both.map(nameOf))}: an entity is not linked with itself.`);
  if (gone.length > 0)
    lines.push(
      `${gone.length === 1 ? '1 entity' : `${gone.length} entities`} of a saved set ${gone.length === 1 ? 'is' : 'are'} no longer on record: ${someOf(gone)}.`,
    );
  return lines;
}

function someOf(names: readonly string[]): string {
  const shown = names.slice(0, NAMED);
  const more = names.length - shown.length;
  return listed(more > 0 ? [...shown, `${more} more`] : shown);
}

/** By entity: its firmest role in each plot, the firmest first, with the claim that gives it. */
export type OnRecord = ReadonlyMap<string, readonly RoleOnRecord[]>;
interface RoleOnRecord {
  plot: string;
  claim: string;
  /** "perpetrator, convicted" */
  role: string;
  /** "perpetrator in the fire, convicted" */
  withPlot: string;
}

/** Roles that a title tells, those of somebody accused before that of somebody aimed at. */
const TOLD: readonly Role[] = ['sponsor', 'agency', 'intermediary', 'perpetrator', 'target'];

/** By entity and plot the firmest role that a title may tell; of roles that stand alike the first given. */
function firmestRoles(entries: readonly RoleEntry[]): Map<string, Map<string, RoleEntry>> {
  const firmness = ({ role, level }: RoleEntry) => RANK_OF_LEVEL[level] + (role === 'target' ? 0 : 100);
  const ranked = entries.filter(({ role }) => TOLD.includes(role)).sort((a, b) => firmness(b) - firmness(a));
  const known = new Map<string, Map<string, RoleEntry>>();
  for (const entry of ranked) {
    const plots = known.get(entry.entity) ?? new Map<string, RoleEntry>();
    known.set(entry.entity, plots);
    if (!plots.has(entry.plot)) plots.set(entry.plot, entry);
  }
  return known;
}

/** Ids of the claims whose deed a title may have to name: `onRecordOf` needs these with what they name. */
export function deedsToName(entries: readonly RoleEntry[]): string[] {
  const firmest = [...firmestRoles(entries).values()].flatMap((plots) => [...plots.values()]);
  return [...new Set(firmest.filter(({ role, level }) => role !== 'target' && RANK_OF_LEVEL[level] > RANK_OF_LEVEL.alleged).map(({ claim }) => claim))];
}

export function onRecordOf(entries: readonly RoleEntry[], ctx: NarrationContext): OnRecord {
  return new Map(
    [...firmestRoles(entries)].map(([entity, plots]) => [
      entity,
      [...plots.values()].map((entry) => {
        const deed = deedBeside(entry, ctx);
        return {
          plot: entry.plot,
          claim: entry.claim,
          role: roleInShort(entry, undefined, deed),
          withPlot: roleInShort(entry, nameInProse(entry.plot, ctx).text, deed),
        };
      }),
    ]),
  );
}

/**
 * "having watched the house", of a claim that only belongs to the plot: who admitted the one, or was convicted of it, did not admit the other. Undefined where the
 * claim is about the plot itself, or accuses others, too.
 */
function deedBeside({ claim: id, plot, entity }: RoleEntry, ctx: NarrationContext): string | undefined {
  const [claim, figures] = [ctx.records.claims.get(id), ctx.figures.get(id)];
  const predicate = claim && ctx.records.predicates.get(claim.predicate);
  if (!claim || !figures || !predicate || claim.subject === plot || claim.object === plot) return undefined;
  // When and where it was done, and for which plot, is told by the plot.
  const { in: _, at: __, ...bare } = claim;
  const { accused, phrases } = wordingOf({ ...bare, in: [], at: [] }, predicate, { ...figures, happened: [] }, ctx);
  return accused === entity ? phrases.gerund : undefined;
}

/**
 * As much of it as a piece may tell: roles that its own claims give. Of an entity that others give more roles only those in plots of the piece are left, so that
 * nobody is put down as less, or more, than the piece shows.
 */
export function toldOnRecord(onRecord: OnRecord, { claims, entities }: { claims: ReadonlySet<string>; entities: ReadonlySet<string> }): OnRecord {
  return new Map(
    [...onRecord].map(([id, roles]) => {
      const own = roles.filter(({ claim }) => claims.has(claim));
      return [id, own.length === roles.length ? own : own.filter(({ plot }) => entities.has(plot))];
    }),
  );
}

/**
 * "Jonas Verdan (perpetrator, convicted)": the name with what is on record of the entity in the plot that the title names. In another plot, that plot is named;
 * of several others it is only said that there are such: "Sylvania (named in several plots)".
 * @param named entities that the title names
 */
export function endInTitle(id: string, named: readonly string[], onRecord: OnRecord, ctx: NarrationContext): string {
  const name = (...remarks: string[]) => nameWith(id, remarks, ctx).text;
  const roles = onRecord.get(id) ?? [];
  const here = roles.filter(({ plot }) => named.includes(plot));
  const [only] = here.length > 0 ? here : roles;
  if (!only) return name();
  if (here.length > 0) return name(here.length === 1 ? only.role : only.withPlot);
  return name(roles.length === 1 ? only.withPlot : 'named in several plots');
}
