// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createQueryClient, questionsQuery, type ReadyQuestion } from '../../api/queries.ts';
import { DepsContext } from '../../acts/deps.ts';
import { words } from '../../i18n/messages.ts';
import { createLatest } from '../../state/latest.ts';
import { createStore, StoreContext, type Store } from '../../state/store.ts';
import { edge, node } from '../../testing/build-views.ts';
import { rendered, type Rendered } from '../../testing/render.ts';
import { questionKey, questionOfTour, TOUR_STEPS } from './tour-steps.ts';
import { TourStrip } from './tour-strip.tsx';

const trace = (dataset: string, id = 'q'): ReadyQuestion => ({ id, dataset, kind: 'trace', text: 'By what way?', from: { ids: ['a'] }, to: { ids: ['b'] } });
const claims = (dataset: string): ReadyQuestion => ({ id: 'c', dataset, kind: 'claims', text: 'What is contested?', filter: {} });
const t = words.tour;

let page: Rendered | undefined;
let store: Store;
afterEach(() => {
  page?.end();
  page = undefined;
});

function open(questions: ReadyQuestion[], onEnd = vi.fn()): typeof onEnd {
  store = createStore();
  const queries = createQueryClient();
  queries.setQueryData(questionsQuery().queryKey, { questions });
  const deps = { store, queries, latest: createLatest(), tell: vi.fn() };
  page = rendered(
    <QueryClientProvider client={queries}>
      <StoreContext.Provider value={store}>
        <DepsContext.Provider value={deps}>
          {questions.map((question) => (
            <button key={questionKey(question)} type="button" data-question={questionKey(question)}>
              {question.text}
            </button>
          ))}
          <div data-tour="figures">
            <button type="button">1 origin</button>
          </div>
          <TourStrip onEnd={onEnd} />
        </DepsContext.Provider>
      </StoreContext.Provider>
    </QueryClientProvider>,
  );
  return onEnd;
}
const press = (label: string) => act(() => page?.find('.tour button', label)?.click());
const pointed = () => page?.host.querySelector('[data-pointed]');

describe('the tour', () => {
  it('asks a trace of the made-up case, else of any case, and none where no question traces', () => {
    expect(questionOfTour([trace('x'), claims('demonstration'), trace('demonstration')])?.dataset).toBe('demonstration');
    expect(questionOfTour([claims('x'), trace('x')])?.id).toBe('q');
    expect(questionOfTour([claims('x')])).toBeUndefined();
  });
  it('has the focus, points at the question, and says that the made-up case is not loaded only where it is not', () => {
    open([trace('constructor'), trace('demonstration')]);
    expect(document.activeElement?.textContent).toBe(t.next);
    expect(pointed()?.getAttribute('data-question')).toBe('demonstration q');
    expect(page?.text()).not.toContain(t.notLoaded);
    page?.end();
    open([trace('constructor')]);
    expect(pointed()?.getAttribute('data-question')).toBe('constructor q');
    expect(page?.text()).toContain(t.notLoaded);
  });
  it('says how to load the case where there is nothing to ask', () => {
    const onEnd = open([]);
    expect(page?.text()).toContain('npm run import -- fixtures/cases/demonstration');
    act(() => page?.find('.tour button')?.click());
    expect(onEnd).toHaveBeenCalledOnce();
  });
  it('goes through its four steps and back, points at each, and ends with the last', () => {
    const onEnd = open([trace('demonstration')]);
    for (const [i, { id }] of TOUR_STEPS.entries()) {
      expect(page?.text()).toContain(t.step(i + 1, 4));
      expect(page?.text()).toContain(t.steps[id].said);
      if (id === 'weigh') expect(pointed()?.getAttribute('data-tour')).toBe('figures');
      if (id === 'copy') press(t.back);
      if (id === 'copy') press(t.next);
      press(i === 3 ? t.finish : t.next);
    }
    expect(onEnd).toHaveBeenCalledOnce();
  });
  it('says that a step is done when the view shows it, or when what it points at is pressed', () => {
    open([trace('demonstration')]);
    press(t.next);
    expect(page?.text()).not.toContain(t.done);
    act(() => {
      store.dispatch({ type: 'place', words: 'Placed', nodes: [node('a'), node('b')], edges: [edge('c', 'a', 'b')], entities: ['a', 'b'], clocks: {} });
    });
    press(t.steps.read.show);
    expect(store.get().panels.at(-1)).toMatchObject({ kind: 'claim', id: 'c' });
    expect(page?.text()).toContain(t.done);
    press(t.next);
    expect(page?.text()).not.toContain(t.done);
    press(t.goThere);
    expect(document.activeElement?.textContent).toBe('1 origin');
    act(() => page?.find('[data-tour] button')?.click());
    expect(page?.text()).toContain(t.done);
  });
  it('ends by Escape, but not while a dialog is open, and leaves no mark behind', () => {
    const onEnd = open([trace('demonstration')]);
    const escape = () => act(() => void document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true })));
    const dialog = document.createElement('div');
    dialog.setAttribute('aria-modal', 'true');
    document.body.append(dialog);
    escape();
    expect(onEnd).not.toHaveBeenCalled();
    dialog.remove();
    escape();
    expect(onEnd).toHaveBeenCalledOnce();
    const question = pointed();
    page?.again(null);
    expect(question?.hasAttribute('data-pointed')).toBe(false);
  });
});
