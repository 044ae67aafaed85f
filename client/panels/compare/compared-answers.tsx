/** The paths of the trace, and the ready questions, whose answers differ between two states. */
import type { Compared } from '../../api/queries-compare.ts';
import { MARK_SIGNS } from '../../state/marks/mark-signs.ts';
import { words } from '../../i18n/messages.ts';
import { LineSample } from '../../ui/figures.tsx';

const t = words.compare;
type Paths = NonNullable<Compared['paths']>;
type Path = Paths['gained'][number];

export function ComparedPaths({ paths }: { paths: Paths }) {
  const { gained, lost, changed } = paths;
  const n = gained.length + lost.length + changed.length;
  if (n === 0) return null;
  return (
    <section aria-label={t.paths}>
      <h3 className="compare-heading">
        {t.paths} <span>{n.toLocaleString('en')}</span>
      </h3>
      {gained.map((path) => (
        <PathLine key={path.entities.join(' ')} path={path} mark="gained" />
      ))}
      {lost.map((path) => (
        <PathLine key={path.entities.join(' ')} path={path} mark="lost" />
      ))}
      {changed.map((path) => (
        <PathLine key={path.entities.join(' ')} path={path} mark="changed" was={path.weakestBefore} />
      ))}
      {paths.more && <p className="meta block">{t.morePaths}</p>}
    </section>
  );
}

function PathLine({ path, mark, was }: { path: Path; mark: 'gained' | 'lost' | 'changed'; was?: Path['weakest'] }) {
  const { weakest, title } = path;
  const level = words.standing[weakest.level];
  return (
    <div className="compared-row">
      <div className="compared-main">
        <span className="mark-sign" data-mark={mark}>
          <span aria-hidden>{MARK_SIGNS[mark]}</span>
          <span className="visually-hidden">{t.mark[mark]}</span>
        </span>
        <span>
          <span className="said" lang="en" dir="ltr">
            {title}
          </span>
          <span className="meta compared-standing">
            {was && <LineSample rank={was.rank} />} <LineSample rank={weakest.rank} /> {was ? t.weakestWas(words.standing[was.level], level) : t.weakest(level)}
            {weakest.contested && `, ${t.contested}`}
          </span>
        </span>
      </div>
    </div>
  );
}

export function ComparedQuestions({ questions: { asked, notAsked, changed } }: { questions: NonNullable<Compared['questions']> }) {
  if (changed.length + notAsked === 0) return null;
  return (
    <section aria-label={t.questions}>
      <h3 className="compare-heading">
        {t.questions} <span>{t.questionsOf(changed.length, asked)}</span>
      </h3>
      {changed.map(({ id, text, kind, before, after }) => (
        <p key={id} className="compared-question">
          <span dir="auto">{text}</span>
          <b>{t.fromTo(before, after, kind)}</b>
        </p>
      ))}
      {notAsked > 0 && <p className="meta block">{t.notAsked(notAsked)}</p>}
    </section>
  );
}
