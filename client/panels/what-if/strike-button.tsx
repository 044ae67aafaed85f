/** The way from a voice, a source or a claim to what falls without it. */
import { IconStrikethrough } from '@tabler/icons-react';
import { useDeps } from '../../acts/deps.ts';
import { toggleStruck } from '../../acts/strike.ts';
import { isStruckHere } from '../../state/struck.ts';
import { useView } from '../../state/store.ts';
import { words } from '../../i18n/messages.ts';

const KIND = { voice: 'voices', source: 'sources', claim: 'claims' } as const;

export function StrikeButton({ kind, id, name }: { kind: keyof typeof KIND; id: string; name: string }) {
  const deps = useDeps();
  const struck = useView((s) => isStruckHere(s.history.present.clocks, KIND[kind], id));
  return (
    <button type="button" className="btn small" aria-pressed={struck} onClick={() => toggleStruck(deps, KIND[kind], id, name)}>
      <IconStrikethrough size={15} aria-hidden />
      {struck ? words.whatIf.putBack : words.whatIf.strikeOf[kind]}
    </button>
  );
}
