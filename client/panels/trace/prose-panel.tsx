/** A trace in words: its answer on top, then a path with a sentence for each hop and its standing, then the footnotes. A sentence emphasises its hop, a number opens its passage. */
import { useEffect, useRef } from 'react';
import { Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { questionsQuery, traceQuery, type TraceAnswer } from '../../api/queries.ts';
import type { TracePathView } from '../../../server/contract/routes/trace.ts';
import { useDeps } from '../../acts/deps.ts';
import { composeDossier, partsOfTrace } from '../../acts/compose-dossier.ts';
import { ReadPathMark } from '../export/path-mark.tsx';
import { useExport } from '../export/use-export.ts';
import { useView } from '../../state/store.ts';
import { Await, Empty } from '../../ui/states.tsx';
import { words } from '../../i18n/messages.ts';
import { NotesOn } from '../notebook/notes-on.tsx';
import { WatchThis } from '../watches/watch-this.tsx';
import { watchedClocks } from '../watches/watched-clocks.ts';
import { AlsoSaid } from './also-said.tsx';
import { Answer } from './answer.tsx';
import { CopyAnswer } from './copy-answer.tsx';
import { Notes } from './notes.tsx';
import { numberedAfter } from './prose-text.ts';
import { questionOfTrace } from './question-of-trace.ts';
import { Sentence } from './sentence.tsx';

const t = words.trace;
/** Entities of a side that the title of a watch names; more are counted. */
const NAMED = 3;

export function ProsePanel() {
  const trace = useView((s) => s.history.present.trace);
  const chosen = useView((s) => s.reading.path);
  const clocks = useView((s) => s.history.present.clocks);
  const asked = useQuery({ ...traceQuery(trace.from ?? {}, trace.to ?? {}, trace.switches, clocks), enabled: Boolean(trace.from && trace.to) });
  const questions = useQuery(questionsQuery());
  if (!trace.from || !trace.to) return <Empty>{t.choose}</Empty>;
  return (
    <Await asked={asked} rows={9}>
      {(answer) => (
        <Prose
          answer={answer}
          path={answer.paths.find((p) => p.id === chosen) ?? answer.paths[0]}
          question={questionOfTrace(questions.data?.questions ?? [], trace)}
        />
      )}
    </Await>
  );
}

function Prose({ answer, path: shown, question }: { answer: TraceAnswer; path?: TracePathView; question?: string }) {
  const deps = useDeps();
  const lit = useView((s) => s.reading.hop);
  const openExport = useExport();
  const region = useRef<HTMLDivElement>(null);
  // When a hop is chosen in the drawing, its sentence is scrolled into view.
  useEffect(() => {
    if (lit !== undefined) region.current?.querySelector(`[data-hop="${lit}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [lit, shown?.id]);
  const inWords = answer.answer;
  const path = shown && numberedAfter(shown, inWords);
  const light = (hop: number | undefined): void => deps.store.dispatch({ type: 'read', reading: { path: shown?.id, hop } });
  const showSentence = (n: number): void => {
    const hop = path?.prose.sentences.find((sentence) => sentence.footnotes.includes(n))?.hop;
    if (hop !== undefined) light(hop);
    else region.current?.querySelector(`[data-notes~="${n}"]`)?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <>
      <div className="panel-head" style={{ paddingBlockEnd: 10, borderBlockEnd: '1px solid var(--line)' }}>
        <h2 style={{ fontSize: 15, fontWeight: 600 }}>{t.inWords}</h2>
        <div className="row close">
          <CopyAnswer answer={inWords} question={question} path={shown}>
            <Menu.Item onClick={() => composeDossier(deps, { parts: partsOfTrace(deps, answer, shown ? [shown] : []), asked: question })}>
              {words.dossier.compose}
            </Menu.Item>
            {shown ? (
              <Menu.Item onClick={() => openExport({ path: shown })}>{t.exportPath}</Menu.Item>
            ) : (
              <Menu.Item onClick={() => openExport({ answer: true })}>{t.exportAnswer}</Menu.Item>
            )}
          </CopyAnswer>
        </div>
      </div>
      <div className="scroll" tabIndex={0} role="region" aria-label={t.inWords} ref={region}>
        <Answer answer={inWords} question={question} />
        <WatchTrace answer={answer} question={question} />
        {path && (
          <>
            <p className="path-title" dir="auto">
              {path.title}
            </p>
            <ReadPathMark answer={answer} path={path.id} />
            {path.prose.sentences.map((sentence, i) => (
              <Sentence
                key={`${sentence.hop} ${i}`}
                path={path}
                sentence={sentence}
                lit={lit === sentence.hop}
                onLight={() => light(lit === sentence.hop ? undefined : sentence.hop)}
              />
            ))}
            <p className="meta" style={{ padding: '2px 20px 10px' }}>
              {t.lightHelp}
            </p>
          </>
        )}
        {!path && (
          <>
            <AlsoSaid answer={answer} />
            <section className="block" aria-label={t.searched}>
              <h3 className="heading">{t.searched}</h3>
              <p className="meta" lang="en" dir="ltr">
                {answer.searched.text}
              </p>
            </section>
          </>
        )}
        {path && <NotesOn about={{ kind: 'path', claims: path.hops.map(({ best }) => best) }} />}
        <Notes notes={[...inWords.notes, ...(path?.prose.notes ?? [])]} closing={path?.prose.closing ?? []} onShow={showSentence} />
      </div>
    </>
  );
}

/** Named by the ready question that it asks, else by its ends. */
function WatchTrace({ answer: { searched }, question }: { answer: TraceAnswer; question?: string }) {
  const { from, to, switches } = useView((s) => s.history.present.trace);
  const clocks = useView((s) => s.history.present.clocks);
  if (!from || !to) return null;
  const side = (named: readonly { name: string }[]) => (named.length > NAMED ? t.several(named.length) : named.map(({ name }) => name).join(', '));
  return (
    <div className="block">
      <WatchThis
        title={question ?? words.watches.traceTitle(side(searched.from), side(searched.to))}
        question={{ kind: 'trace', from, to, switches, ...watchedClocks(clocks) }}
      />
    </div>
  );
}
