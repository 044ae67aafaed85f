/** The strip over the views as long as something is struck: nothing here is the case. */
import { IconStrikethrough } from '@tabler/icons-react';
import { useDeps } from '../../acts/deps.ts';
import { leaveWhatIf } from '../../acts/strike.ts';
import { isWhatIf } from '../../state/struck.ts';
import { useView } from '../../state/store.ts';
import { words } from '../../i18n/messages.ts';
import { useWhatIfMarks } from './use-what-if-marks.ts';
import { useStruckSentence } from './use-struck-names.ts';

const t = words.whatIf;

export function WhatIfStrip() {
  const deps = useDeps();
  const on = useView((s) => isWhatIf(s.history.present.clocks) && s.history.present.compare === undefined);
  const asItIs = useView((s) => s.asItIs ?? false);
  const sentence = useStruckSentence();
  useWhatIfMarks();
  if (!on) return null;
  const show = (as: boolean): void => deps.store.dispatch({ type: 'as-it-is', on: as });
  return (
    <div className="what-if-strip" role="status">
      <IconStrikethrough size={17} aria-hidden />
      <p>
        <strong>{t.strip}</strong> <span dir="auto">{sentence}</span>
      </p>
      <span className="segmented" role="group" aria-label={t.shown}>
        <button type="button" aria-pressed={!asItIs} onClick={() => show(false)}>
          {t.struck}
        </button>
        <button type="button" aria-pressed={asItIs} onClick={() => show(true)}>
          {t.asIs}
        </button>
      </span>
      <button type="button" className="btn small" onClick={() => leaveWhatIf(deps)}>
        {t.leave}
        <span className="kbd" aria-hidden>
          Esc
        </span>
      </button>
    </div>
  );
}
