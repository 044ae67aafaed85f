/** The orphans of a text: passages whose paragraph is another one now, with the words they stood on. None is moved by itself. */
import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { keepOrphans } from '../../api/queries-texts.ts';
import { explainError } from '../../api/explain-error.ts';
import { useDeps } from '../../acts/deps.ts';
import { openClaim } from '../../acts/open-things.ts';
import { words } from '../../i18n/messages.ts';
import type { Reading } from './use-reading.ts';

const t = words.desk;

export function OrphansPart({ source, reading }: { source: string; reading: Reading }) {
  const deps = useDeps();
  const queries = useQueryClient();
  const [busy, setBusy] = useState<string>();
  const { text, orphans } = reading;
  if (orphans.length === 0) return <p className="notice">{t.noOrphans}</p>;
  const keep = async (citation: string): Promise<void> => {
    setBusy(citation);
    try {
      await keepOrphans(source, [citation], text.text.revision);
      deps.tell(t.kept);
    } catch (error) {
      deps.tell(`${t.notKept} ${explainError(error)}`, true);
    } finally {
      setBusy(undefined);
      await Promise.all([['text', source], ['texts']].map((queryKey) => queries.invalidateQueries({ queryKey })));
    }
  };
  return (
    <>
      <p className="meta desk-heading">{t.orphanLead}</p>
      <ul>
        {orphans.map(({ orphan, passage }) => (
          <li key={orphan.citation} className="orphan">
            <p className="said" lang="en" dir="ltr">
              {passage?.claim.sentence ?? orphan.claim}
            </p>
            <p className="meta">{t.orphanAt(orphan.paragraph)}</p>
            {orphan.words ? (
              <blockquote dir="auto" lang={text.text.language} title={t.orphanWords}>
                {orphan.words.prefix && <span className="meta">…{orphan.words.prefix}</span>}
                <mark>{orphan.words.exact}</mark>
                {orphan.words.suffix && <span className="meta">{orphan.words.suffix}…</span>}
              </blockquote>
            ) : (
              <p className="meta">{orphan.redacted ? t.orphanRedacted : t.orphanNoWords}</p>
            )}
            {orphan.marked && <p className="meta">{t.orphanMarked}</p>}
            <div className="row wrap">
              {!orphan.marked && orphan.paragraph <= reading.paragraphs.length && (
                <button type="button" className="btn small" disabled={busy !== undefined} onClick={() => void keep(orphan.citation)}>
                  {t.orphanHere(orphan.paragraph)}
                </button>
              )}
              <button type="button" className="btn small" onClick={() => openClaim(deps, orphan.claim, orphan.citation)}>
                {t.openClaim}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
