/** What is struck, by name. */
import { useQuery } from '@tanstack/react-query';
import { sourcesQuery, statsQuery, voicesQuery } from '../../api/queries.ts';
import { useView } from '../../state/store.ts';
import { words } from '../../i18n/messages.ts';

const t = words.whatIf;
/** Names that are said; of more only the number. */
const NAMED = 3;

/** "the US Department of Justice had said nothing?" */
export function useStruckSentence(): string {
  const without = useView((s) => s.history.present.clocks.without);
  const voices = useQuery(voicesQuery()).data?.voices;
  const sources = useQuery(sourcesQuery()).data?.sources;
  const datasets = useQuery(statsQuery()).data?.datasets;
  if (!without) return '';
  const silent = [
    ...(without.voices ?? []).map((id) => voices?.find((one) => one.id === id)?.name ?? id),
    ...(without.sources ?? []).map((id) => t.source(sources?.find((one) => one.id === id)?.shortTitle ?? id)),
    ...(without.datasets ?? []).map((id) => t.dataset(datasets?.find((one) => one.id === id)?.title ?? id)),
  ];
  const named = silent.length > NAMED + 1 ? [...silent.slice(0, NAMED), t.more(silent.length - NAMED)] : silent;
  const claims = without.claims?.length ?? 0;
  return [...(named.length > 0 ? [t.silent(inRow(named))] : []), ...(claims > 0 ? [t.unsaid(claims)] : [])].join(t.and);
}

function inRow(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')}${t.and}${names.at(-1)}`;
}
