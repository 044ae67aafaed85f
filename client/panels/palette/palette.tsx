/** The command palette: every act by its words, with its key or why it cannot be done; also names, questions and saved sets. */
import { Spotlight, spotlight } from '@mantine/spotlight';
import { useEffect, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { predicatesQuery, questionsQuery, searchQuery } from '../../api/queries.ts';
import { savedSetsQuery } from '../../api/queries-find.ts';
import { ACT_SECTIONS } from '../../acts/act.ts';
import { perform, useActs } from '../../acts/act-context.ts';
import { useDeps } from '../../acts/deps.ts';
import { keyText } from '../../acts/key-text.ts';
import { openPanel } from '../../acts/open-things.ts';
import { placeEntity } from '../../acts/place-entities.ts';
import { ACTS } from '../../acts/registry/index.ts';
import { runQuestion, showClaims } from '../../acts/run-question.ts';
import { findPredicates } from '../../../server/domain/searching/find-predicates.ts';
import { useView } from '../../state/store.ts';
import { EntityMark } from '../../ui/entity-mark.tsx';
import { words } from '../../i18n/messages.ts';
import { describeSet } from '../sets/describe-set.ts';
import { holdsAll, matchingActs } from './matching-acts.ts';

const t = words.palette;
/** Milliseconds after typing until names are searched. */
const DEBOUNCE = 150;
const NAMES = 6;
/** Makes the list focusable so that keys scroll it. The typings do not have this property. */
const SCROLLED_BY_KEY: object = { viewportProps: { tabIndex: 0 } };

/** @param wanted increases each time the palette is opened */
export function Palette({ wanted }: { wanted: number }) {
  const [query, setQuery] = useState('');
  useEffect(() => spotlight.open(), [wanted]);
  const typed = query.trim();
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      maxHeight={460}
      overlayProps={{ backgroundOpacity: 0.6, blur: 0 }}
      clearQueryOnClose
      attributes={{ content: { 'aria-label': t.title } }}
    >
      <Spotlight.Search placeholder={t.placeholder} aria-label={t.title} />
      <Spotlight.ActionsList {...SCROLLED_BY_KEY}>
        <Found typed={typed} />
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

function Found({ typed }: { typed: string }) {
  const { contextOf } = useActs();
  const names = useNames(typed);
  const others = useOthers(typed);
  // Which acts can be done depends on the state, also while the palette is open.
  useView((s) => s);
  const context = contextOf();
  const found = matchingActs(ACTS, context, typed);
  const sections = typed === '' ? ACT_SECTIONS : [...new Set(found.map((act) => act.section))];
  return (
    <>
      {found.length === 0 && names.length === 0 && others.length === 0 && <Spotlight.Empty>{t.nothing}</Spotlight.Empty>}
      {sections.map((section) => {
        const acts = found.filter((act) => act.section === section);
        return (
          acts.length > 0 && (
            <Spotlight.ActionsGroup key={section} label={words.sections[section]}>
              {acts.map((act) => {
                const why = act.why?.(context);
                const Sign = act.icon;
                return (
                  <Spotlight.Action
                    key={act.id}
                    label={act.label(context)}
                    description={why}
                    disabled={why !== undefined}
                    leftSection={<span className="sign">{Sign && <Sign size={16} stroke={1.6} aria-hidden />}</span>}
                    rightSection={
                      act.key && (
                        <span className="kbd" aria-hidden>
                          {keyText(act.key)}
                        </span>
                      )
                    }
                    onClick={() => perform(act, context)}
                  />
                );
              })}
            </Spotlight.ActionsGroup>
          )
        );
      })}
      {names}
      {others}
    </>
  );
}

/** Entities found by name once something is typed; choosing one places it. */
function useNames(typed: string) {
  const deps = useDeps();
  const [q] = useDebouncedValue(typed, DEBOUNCE);
  const clocks = useView((s) => s.history.present.clocks);
  const asked = useQuery({ ...searchQuery(q, false, clocks), enabled: q !== '' });
  const results = typed === '' || q === '' ? [] : (asked.data?.results ?? []).slice(0, NAMES);
  if (results.length === 0) return [];
  return [
    <Spotlight.ActionsGroup key="names" label={t.names}>
      {results.map(({ entity, matched }) => (
        <Spotlight.Action
          key={entity.id}
          label={words.sets.act(entity.name)}
          description={matched.text === entity.name ? undefined : words.search.matched(matched.text)}
          leftSection={<EntityMark type={entity.type} vague={entity.unnamed || entity.generic} />}
          onClick={() => void placeEntity(deps, entity.id, entity.name)}
        />
      ))}
    </Spotlight.ActionsGroup>,
  ];
}

/** Predicates listed at most. */
const PREDICATES = 5;

/** Predicates of claims by a verb as one writes it, questions, and saved sets. */
function useOthers(typed: string) {
  const deps = useDeps();
  const questions = (useQuery(questionsQuery()).data?.questions ?? []).filter((one) => holdsAll(one.text, typed));
  const used = (useQuery(predicatesQuery()).data?.predicates ?? []).filter(({ claims }) => claims > 0);
  const predicates = typed === '' ? [] : findPredicates(typed, used).slice(0, PREDICATES);
  const sets = (useQuery(savedSetsQuery()).data?.savedSets ?? []).filter((one) => holdsAll(one.name, typed));
  return [
    ...(predicates.length > 0
      ? [
          <Spotlight.ActionsGroup key="predicates" label={t.predicates}>
            {predicates.map(({ id, forms, definition }) => (
              <Spotlight.Action
                key={id}
                label={forms.finite}
                description={definition}
                onClick={() => void showClaims(deps, t.claimsOf(forms.finite), { predicates: [id] })}
              />
            ))}
          </Spotlight.ActionsGroup>,
        ]
      : []),
    ...(questions.length > 0
      ? [
          <Spotlight.ActionsGroup key="questions" label={t.questions}>
            {questions.map((one) => (
              <Spotlight.Action key={`${one.dataset} ${one.id}`} label={one.text} onClick={() => void runQuestion(deps, one)} />
            ))}
          </Spotlight.ActionsGroup>,
        ]
      : []),
    ...(sets.length > 0
      ? [
          <Spotlight.ActionsGroup key="sets" label={t.sets}>
            {sets.map((set) => (
              <Spotlight.Action key={set.id} label={set.name} description={describeSet(set)} onClick={() => openPanel(deps, { kind: 'set', id: set.id })} />
            ))}
          </Spotlight.ActionsGroup>,
        ]
      : []),
  ];
}
