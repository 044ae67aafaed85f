/** A citation as shown, with its way (contract `citationView`). */
import type { z } from 'zod';
import type { CitationView, wayStep } from '../../contract/views.ts';
import { describeLocator } from '../../domain/telling/describe-values.ts';
import { chainOf, rootOf } from '../../domain/figures/lineage.ts';
import { happenedDates } from '../../domain/dates/happened-dates.ts';
import type { Citation, Source } from '../../domain/model/records.ts';
import type { Figures } from '../../domain/model/figures.ts';
import { shortTitle } from '../../domain/telling/source-title.ts';
import { entityReference, voiceReference } from './references.ts';
import type { ViewContext } from '../../graph/view-context.ts';

type WayStep = z.infer<typeof wayStep>;

export function citationView(citation: Citation, figures: Figures | undefined, ctx: ViewContext): CitationView {
  const { records } = ctx;
  const source = records.sources.get(citation.source);
  const root = rootOf(citation, records.sources);
  const step = figures?.history.find((s) => s.citation === citation.id);
  const reference = (id: string | undefined) => (id === undefined ? undefined : entityReference(id, ctx));
  return {
    id: citation.id,
    dataset: citation.dataset,
    source: citation.source,
    sourceTitle: source ? shortTitle(source) : citation.source,
    url: source?.url,
    archive: source?.archive,
    locator: citation.locator,
    mark: citation.mark,
    place: citation.locator ? describeLocator(citation.locator) : '',
    paraphrase: citation.paraphrase,
    quote: citation.quote,
    stance: citation.stance,
    level: citation.standing.level,
    by: reference(citation.standing.by),
    on: citation.standing.on,
    case: reference(citation.standing.case),
    hedge: citation.hedge,
    inferred: citation.reading === 'inferred',
    statedBy: reference(citation.statedBy),
    originBasis: citation.originBasis,
    way: waySteps(citation, ctx),
    ...(root ? { root: { source: root.id, shortTitle: shortTitle(root), seen: root.seen } } : {}),
    happened: [...happenedDates(citation)],
    count: citation.count,
    amount: citation.amount,
    sentence: citation.sentence,
    offences: citation.offences,
    as: citation.as,
    stage: citation.stage,
    outcome: citation.outcome,
    importOnly: citation.importOnly,
    counts: step?.fell !== 'retracted',
    fell: step?.fell,
    witnessed: citation.witnessed ?? false,
    retelling: figures?.retellings.includes(citation.id) ?? false,
  };
}

/** The way of a citation: source read, texts it carries, `through`, origin; each source once (model.md, "The way"). */
function waySteps(citation: Citation, ctx: ViewContext): WayStep[] {
  const { sources } = ctx.records;
  const steps = new Map<string, WayStep>();
  const add = (source: Source | undefined, step: WayStep['step']) => {
    if (!source || steps.has(source.id)) return;
    steps.set(source.id, {
      source: source.id,
      shortTitle: shortTitle(source),
      voice: voiceReference(source.voice, ctx),
      seen: source.seen,
      step,
    });
  };
  const addChain = (id: string, first: WayStep['step']) => {
    const chain = chainOf(id, sources);
    chain.forEach((source, i) => add(source, i === 0 ? first : (chain[i - 1]?.textOf?.how ?? first)));
  };
  if (citation.originBasis === 'own-voice') add(sources.get(citation.source), 'read');
  else addChain(citation.source, 'read');
  for (const id of citation.through) addChain(id, 'through');
  if (citation.origin !== undefined) addChain(citation.origin, 'origin');
  return [...steps.values()];
}
