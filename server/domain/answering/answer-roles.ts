/** Answers in words who is said to stand where in which plot. */
import { canonIn } from '../figures/identities.ts';
import type { RoleEntry } from '../figures/roles.ts';
import { ROLES } from '../model/lists.ts';
import { nameInProse } from '../telling/in-prose.ts';
import { listed, type NarrationContext } from '../telling/narration.ts';
import { countedOnce, either, shownOf } from './answer-facts.ts';
import { type AnswerInWords } from './answer-in-words.ts';
import { spelled } from '../telling/describe-values.ts';
import { answerListInWords } from './answer-list.ts';

/**
 * Deterministic.
 * @param entries the roles found; those whose claims the context does not hold are not counted
 * @param total all claims that give one of the roles
 */
export function answerRolesInWords(entries: readonly RoleEntry[], total: number, ctx: NarrationContext): AnswerInWords {
  return answerListInWords(
    entries.map(({ claim }) => claim),
    (claims) => openingOf(entries, claims, total, ctx),
    'nobody is said to stand in such a role in a plot, by what is on record in these sources',
    ctx,
  );
}

/** "Two entities are said to stand in three plots, as sponsor or target, one of them in several (Ann), by five claims". */
function openingOf(all: readonly RoleEntry[], claims: readonly string[], total: number, ctx: NarrationContext): string {
  const counted = new Set(claims);
  const entries = all.filter(({ claim }) => counted.has(claim));
  const canon = canonIn(ctx.records);
  const plotsOf = new Map<string, Set<string>>();
  for (const { entity, plot } of entries) plotsOf.set(entity, (plotsOf.get(entity) ?? new Set()).add(plot));
  const plots = new Set(entries.map(({ plot }) => plot)).size;
  const once = new Set([...plotsOf.keys()].map(canon)).size;
  const roles = ROLES.filter((role) => entries.some((entry) => entry.role === role));
  const several = [...plotsOf].flatMap(([entity, of]) => (of.size > 1 ? [entity] : [])).sort();
  const by =
    total > claims.length
      ? `by the ${claims.length} claims that stand highest of ${total}`
      : `by ${spelled(claims.length)} ${claims.length === 1 ? 'claim' : 'claims'}`;
  return [
    `${spelled(plotsOf.size)} ${plotsOf.size === 1 ? 'entity' : 'entities'}${countedOnce(plotsOf.size, once)} ${plotsOf.size === 1 ? 'is' : 'are'} said to stand in ${spelled(plots)} ${plots === 1 ? 'plot' : 'plots'}, as ${either(roles)}`,
    ...(plots > 1 && plotsOf.size > 1 ? [severalWords(several, ctx)] : []),
    by,
  ].join(', ');
}

function severalWords(several: readonly string[], ctx: NarrationContext): string {
  if (several.length === 0) return 'none of them in more than one';
  const names = listed(shownOf(several.map((id) => nameInProse(id, ctx).text)));
  return `${spelled(several.length)} of them in more than one (${names})`;
}
