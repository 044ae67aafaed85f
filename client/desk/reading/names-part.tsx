/** The names in the text: those the case knows, each with how often it stands there, and runs of capitals that it does not. */
import { useDeps } from '../../acts/deps.ts';
import { passagesQuery } from '../../api/queries-texts.ts';
import { goToDesk } from '../../acts/go-to-desk.ts';
import { openNamed } from './open-named.ts';
import { openNameForm } from '../../acts/draft/open-claim-form.ts';
import { useQuery } from '@tanstack/react-query';
import { placesIn } from '../../../server/domain/texts/text-mark.ts';
import { EntityMark } from '../../ui/entity-mark.tsx';
import { words } from '../../i18n/messages.ts';
import type { Reading } from './use-reading.ts';

const t = words.desk;

export function NamesPart({ reading }: { reading: Reading }) {
  const deps = useDeps();
  const { source } = reading.text.text;
  if (!reading.names) return <p className="notice">{t.noNames}</p>;
  const times = new Map<string, { count: number; first: number }>();
  for (const { paragraph, entities } of reading.names.names)
    for (const id of entities) times.set(id, { count: (times.get(id)?.count ?? 0) + 1, first: times.get(id)?.first ?? paragraph });
  const known = reading.names.called.map((one) => ({ ...one, ...(times.get(one.id) ?? { count: 0, first: 1 }) }));
  known.sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
  return (
    <>
      <h3 className="heading desk-heading">{t.knownTitle}</h3>
      {known.length === 0 && <p className="meta desk-heading">{t.noNamesFound}</p>}
      <ul>
        {known.map(({ id, name, type, count, first }) => (
          <li key={id}>
            <button
              type="button"
              className="name-row"
              onClick={() => {
                goToDesk(deps, { source, at: first });
                openNamed(deps, id);
              }}
            >
              <EntityMark type={type} />
              <span dir="auto" style={{ flex: 1 }}>
                {name}
              </span>
              <span className="meta">{t.times(count)}</span>
            </button>
          </li>
        ))}
      </ul>
      <Possible reading={reading} />
    </>
  );
}

function Possible({ reading }: { reading: Reading }) {
  const deps = useDeps();
  const { source, language } = reading.text.text;
  const dataset = useQuery(passagesQuery(source)).data?.source.dataset;
  const found = new Map<string, { count: number; first: number }>();
  for (const paragraph of reading.paragraphs) {
    const { unitsOf } = placesIn(paragraph.text);
    for (const part of paragraph.possible) {
      const { start, end } = unitsOf(part);
      const text = paragraph.text.slice(start, end);
      found.set(text, { count: (found.get(text)?.count ?? 0) + 1, first: found.get(text)?.first ?? paragraph.number });
    }
  }
  if (found.size === 0) return null;
  return (
    <>
      <h3 className="heading desk-heading">{t.possibleTitle}</h3>
      <ul>
        {[...found].map(([text, { count, first }]) => (
          <li key={text}>
            <button
              type="button"
              className="name-row"
              onClick={() => {
                goToDesk(deps, { source, at: first });
                openNameForm({ source, paragraph: first, words: text }, { language, dataset });
              }}
            >
              <span dir="auto" style={{ flex: 1 }}>
                {text}
              </span>
              <span className="meta">{t.times(count)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
