/** Begins a claim, an entity, a source, a voice or a predicate, in the case that is chosen. */
import { useQuery } from '@tanstack/react-query';
import { questionsQuery } from '../../api/queries.ts';
import { openClaimForm } from '../../acts/draft/open-claim-form.ts';
import { openForms } from '../../state/draft/open-forms.ts';
import { words } from '../../i18n/messages.ts';
import { EditButton } from './edit-button.tsx';
import { useDeskCase } from './use-desk-case.ts';
import { WhichCase } from './which-case.tsx';

const t = words.draft;
const KINDS = ['entity', 'source', 'voice', 'predicate', 'question', 'identity', 'rivals'] as const;

export function NewRecords() {
  const { id, cases, choose } = useDeskCase();
  const questions = (useQuery(questionsQuery()).data?.questions ?? []).filter(({ dataset }) => dataset === id);
  return (
    <section className="block" aria-label={t.add}>
      <h3 className="heading">{t.add}</h3>
      {id === '' ? (
        <p className="meta">{t.noCase}</p>
      ) : (
        <>
          <WhichCase dataset={id} onChoose={choose} />
          <div className="row wrap">
            <EditButton kind="dataset" id={id} of={cases.find((one) => one.id === id)?.title ?? id} />
            <button type="button" className="btn small" onClick={() => openClaimForm()}>
              {t.claim}
            </button>
            {KINDS.map((kind) => (
              <button key={kind} type="button" className="btn small" onClick={() => openForms.open({ form: 'new', kind, begun: {} })}>
                {t.addRecord[kind]}
              </button>
            ))}
          </div>
          {questions.length > 0 && (
            <details>
              <summary>{t.questions(questions.length)}</summary>
              <ul className="draft-questions">
                {questions.map((one) => (
                  <li key={one.id}>
                    <span dir="auto">{one.text}</span> <EditButton kind="question" id={one.id} of={one.text} />
                  </li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </section>
  );
}
