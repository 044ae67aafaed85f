/** What holds something up, with names and in a sentence. */
import type { z } from 'zod';
import type { holdsUpKind, strikeView } from '../../contract/routes/holding-up.ts';
import type { ElementKind } from '../../domain/holding-up/case-without.ts';
import type { HeldUp, HoldsUp, Strike } from '../../domain/holding-up/what-holds.ts';
import { narrateClaim } from '../../domain/telling/narrate-claim.ts';
import { capitalised, counted, listed } from '../../domain/telling/narration.ts';
import { shortTitle } from '../../domain/telling/source-title.ts';
import type { ViewContext } from '../../graph/view-context.ts';

const NOUN: Readonly<Record<ElementKind, string>> = { claims: 'claim', sources: 'source', voices: 'voice' };
/** Names in a sentence; of more the number is said. */
const NAMED = 3;

export function holdsUpView({ kind, of, ones, twos, most, stopped }: HoldsUp, asked: HeldUp['kind'], ctx: ViewContext): z.infer<typeof holdsUpKind> {
  const view = (strike: Strike): z.infer<typeof strikeView> => ({
    struck: strike.ids.map((id) => ({ id, name: elementName(kind, id, ctx) })),
    lost: strike.lost,
    falls: strike.falls,
  });
  const names = ones.map(({ ids }) => elementName(kind, ids[0]!, ctx));
  return {
    kind,
    text: textOf(kind, names, twos.length, { of, asked, stopped }),
    ones: ones.map(view),
    twos: twos.map(view),
    most: most.map(view),
    stoppedAtLimit: stopped,
  };
}

/** The name by which a claim, source or voice is told. */
export function elementName(kind: ElementKind, id: string, ctx: ViewContext): string {
  const { claims, sources, voices } = ctx.records;
  if (kind === 'voices') return voices.get(id)?.name ?? id;
  const source = sources.get(id);
  if (kind === 'sources') return source ? shortTitle(source) : id;
  const claim = claims.get(id);
  const figures = ctx.figures.get(id);
  return claim && figures ? narrateClaim(claim, figures, ctx) : id;
}

function textOf(
  kind: ElementKind,
  names: readonly string[],
  twos: number,
  { of, asked, stopped }: { of: number; asked: HeldUp['kind']; stopped: boolean },
): string {
  if (of === 0) return asked === 'trace' ? 'There is no path to hold up.' : 'No claim stands.';
  const left = asked === 'trace' ? 'no path is left' : 'nothing is left of it';
  const quoted = kind === 'voices' ? names : names.map((name) => `“${name}”`);
  const noun = NOUN[kind];
  const pairs = twos === 0 ? '' : ` ${twos === 1 ? 'One pair' : `${twos} pairs`} of ${noun}s, of which neither does alone, would leave nothing.`;
  const more = stopped ? ' A limit was met: there may be more.' : '';
  if (names.length === 0) {
    if (twos > 0) return `No single ${noun} carries all of it.${pairs}${more}`;
    return stopped
      ? `No ${noun}, alone or with another, was found that carries all of it; a limit was met, so there may be one.`
      : `No ${noun}, alone or with another, carries all of it.`;
  }
  const which = names.length > NAMED ? '' : ` (${listed(quoted)})`;
  const one = names.length === 1 ? `one ${noun}${which}` : `any of ${counted(names.length, noun)}${which}`;
  return `${capitalised(`without ${one}`)} ${left}.${pairs}${more}`;
}
