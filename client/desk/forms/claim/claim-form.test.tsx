// @vitest-environment happy-dom
/** The form of a claim: its sentence by keys, a passage by what may stand, faults beside their fields, and what it will do; nothing typed is lost. */
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PlannedReport } from '../../../../server/contract/routes/changes.ts';
import { caseRevision } from '../../../api/revision.ts';
import { words } from '../../../i18n/messages.ts';
import { changeDrafts } from '../../../state/draft/draft-store.ts';
import type { DraftEntry } from '../../../state/draft/draft-change.ts';
import { openForms, type Passage } from '../../../state/draft/open-forms.ts';
import { figures, predicate, PREDICATES, textRead, textSummary, told, verbForms } from '../../../testing/build-desk.ts';
import { plannedReport } from '../../../testing/build-reports.ts';
import { node } from '../../../testing/build-views.ts';
import type { Rendered } from '../../../testing/render.ts';
import { json, renderedInPage, settled } from '../../../testing/render-in-page.tsx';
import { knowRecord } from '../known-records.ts';
import { ClaimForm } from './claim-form.tsx';

const t = words.claimForm;
const CASE = 'harbour';
const PASSAGE: Passage = { source: 'gazette', paragraph: 3, words: 'The skipper had been paid by the company, the court was told on Monday.' };

const report = (more: Partial<PlannedReport> = {}): PlannedReport => plannedReport({ records: { new: 1 }, ...more });

let page: Rendered;
let planned: { records: { claims?: { id: string }[] } }[];
/** What a plan of this claim answers. */
let answer: (claim: string) => PlannedReport;
let done: ReturnType<typeof vi.fn>;
/** The paragraphs of the text of the gazette, where it is there. */
let text: string[] | undefined;
let predicates: object[];

async function show(passage?: Passage): Promise<void> {
  page = renderedInPage(<ClaimForm dataset={CASE} {...(passage ? { passage } : {})} onDone={done as never} />);
  await settled();
}
const field = (label: string): HTMLInputElement => {
  const found = page.host.querySelector<HTMLInputElement>(`[aria-label="${label}"]:not([role=group]):not([role=radiogroup]):not([role=listbox])`);
  if (!found) throw new Error(`there is no field “${label}”`);
  return found;
};
async function key(label: string, pressed: string): Promise<void> {
  act(() => void field(label).dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true, cancelable: true })));
  await settled(1);
}
async function type(label: string, text: string): Promise<void> {
  act(() => {
    const at = field(label);
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(at) as object, 'value')!.set!.call(at, text);
    at.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await settled(1);
}
const radio = (words_: string, group: string): HTMLInputElement => {
  const labels = [...page.host.querySelectorAll<HTMLLabelElement>(`[role=radiogroup][aria-label="${group}"] label`)];
  const found = labels.find(({ textContent }) => textContent?.trim() === words_)?.querySelector('input');
  if (!found) throw new Error(`there is no choice “${words_}” in “${group}”`);
  return found;
};
const choose = async (words_: string, group: string): Promise<void> => {
  act(() => radio(words_, group).click());
  await settled(1);
};
/** Takes a record that is known here out of the list of a field. */
async function pick(label: string, name: string): Promise<void> {
  await type(label, name);
  const optionOf = () => [...page.host.querySelectorAll('[role=option]')].find(({ textContent }) => textContent?.includes(name) && !textContent.includes('“'));
  for (let i = 0; i < 60 && !optionOf(); i += 1) await settled(50);
  if (!optionOf()) throw new Error(`“${name}” is not offered: ${page.host.querySelector('[role=listbox]')?.outerHTML ?? 'there is no list'}`);
  act(() => void optionOf()!.dispatchEvent(new Event('pointerdown', { bubbles: true, cancelable: true })));
  await settled(1);
}
const submit = async (pressed: object = {}): Promise<void> => {
  const at = page.host.querySelector('form')!;
  act(() => void at.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true, ...pressed })));
  await settled();
};
const faultIn = (row: string): string => page.host.querySelector(`[role=group][aria-label="${row}"] [role=alert]`)?.textContent ?? '';
const drafted = () => changeDrafts.of(CASE).entries;
const ENTITIES = [
  { id: 'skipper', name: 'Skipper Orr', type: 'Person' },
  { id: 'company', name: 'Lanner Company', type: 'Organization' },
  { id: 'mate', name: 'Mate Dunn', type: 'Person' },
] as const;

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
  changeDrafts.throwAway(CASE);
  changeDrafts.change(CASE, (draft) => ({ ...draft, past: [] }));
  planned = [];
  text = undefined;
  predicates = PREDICATES;
  answer = (claim) => report({ told: [told(claim)] });
  done = vi.fn();
  for (const one of ENTITIES) knowRecord('entity', one);
  vi.stubGlobal('fetch', (address: string, init?: RequestInit) => {
    if (address.includes('/api/changes/plan')) {
      const body = JSON.parse((init?.body as string | undefined) ?? '{}') as (typeof planned)[number];
      planned.push(body);
      return Promise.resolve(json(answer(body.records.claims?.at(-1)?.id ?? '')));
    }
    if (address.endsWith('/api/texts')) return Promise.resolve(json({ texts: text ? [textSummary(CASE, 'gazette')] : [], revision: 7 }));
    if (address.includes('/api/sources/gazette/text')) return Promise.resolve(json(textRead('gazette', text ?? [])));
    if (address.includes('/api/predicates')) return Promise.resolve(json({ predicates }));
    if (address.includes('/api/sources'))
      return Promise.resolve(
        json({
          sources: [
            { id: 'gazette', dataset: CASE, kind: 'article', voice: { id: 'v', name: 'A voice' }, seen: true, shortTitle: 'Gazette', citations: 0, rootOf: 0 },
          ],
          revision: 7,
        }),
      );
    if (address.includes('/api/entities')) {
      const q = new URL(address, 'http://here').searchParams.get('q')?.toLowerCase() ?? '';
      const found = ENTITIES.filter(({ name }) => name.toLowerCase().includes(q));
      const results = found.map((one) => ({
        entity: node(one.id, one),
        dataset: CASE,
        matched: { text: one.name, lang: 'en', kind: 'primary', why: 'exact' },
      }));
      return Promise.resolve(json({ results, total: found.length, revision: 7 }));
    }
    return Promise.resolve(json({ datasets: [], voices: [], revision: 7 }));
  });
  caseRevision.hear(7);
});
afterEach(() => {
  page.end();
  changeDrafts.throwAway(CASE);
  changeDrafts.change(CASE, (draft) => ({ ...draft, past: [] }));
  vi.unstubAllGlobals();
});

describe('the sentence', () => {
  it('takes an unknown party by “?”, a predicate by its digit, nobody by “0”', async () => {
    await show(PASSAGE);
    await key(t.who, '?');
    expect(field(t.who).value).toBe(words.forms.unknown);
    await key(t.what, '1');
    expect(field(t.what).value).toBe('hired');
    expect(page.text()).toContain('what hired means');
    expect(page.text()).toContain('something else');
    await key(t.whom, '0');
    expect(field(t.whom).value).toBe(words.forms.nobody);
  });
  it('offers only the predicates and the qualifiers that fit the ends', async () => {
    await show(PASSAGE);
    await pick(t.who, 'Lanner Company');
    const chips = (): string[] => [...page.host.querySelectorAll('.predicate-about .chip')].map(({ textContent }) => textContent!.replace(/ \d$/, ''));
    expect(chips()).toEqual(['hired']);
    await pick(t.who, 'Skipper Orr');
    expect(chips()).toEqual(['hired', 'met-with', 'described-as']);
    const offered = (): string[] => [...page.host.querySelectorAll('.claim-more button.dashed')].map(({ textContent }) => textContent!);
    await key(t.what, '1');
    expect(offered()).toEqual([`+ ${t.addSlot.via}`, `+ ${t.addSlot.in}`]);
    await key(t.what, '2');
    expect(offered()).toEqual([]);
  });
  it('tells predicates of one name apart by their ids', async () => {
    predicates = [...PREDICATES, { ...predicate('gang-hired', { subject: ['Person'], takes: ['Person'], claims: 8 }), forms: verbForms('hired') }];
    await show(PASSAGE);
    await type(t.what, 'hired');
    const offered = [...page.host.querySelectorAll('[role=option]')].map(({ textContent }) => textContent);
    expect(offered.slice(0, 2)).toEqual(['hiredhired', 'hiredgang-hired']);
    const chips = [...page.host.querySelectorAll('.predicate-about .chip')].map(({ textContent }) => textContent);
    expect(chips.slice(0, 2)).toEqual(['hired hired 1', 'hired gang-hired 2']);
  });
  it('opens a field for a text where the predicate takes one', async () => {
    await show(PASSAGE);
    await key(t.what, '3');
    await key(t.whom, '"');
    await type(t.objectText, 'a man of few words');
    expect(field(t.objectText).value).toBe('a man of few words');
    expect(page.text()).toContain(t.quoted);
  });
});

describe('the passage', () => {
  it('has off, with the reason, each level that may not stand there', async () => {
    await show(PASSAGE);
    await key(t.what, '2');
    expect(radio(words.standing.charged, t.standing).disabled).toBe(true);
    expect(page.text()).toContain(t.notHere.accusing);
    await key(t.what, '1');
    expect(radio(words.standing.charged, t.standing).disabled).toBe(false);
    expect(radio(words.standing.confirmed, t.standing).disabled).toBe(true);
    await choose(words.standing.charged, t.standing);
    for (const label of [t.by, t.inCase, t.on]) expect(field(label)).toBeTruthy();
  });
  it('asks who denies where it disputes the claim, and has no levels of support then', async () => {
    await show(PASSAGE);
    await key(t.what, '1');
    await choose(t.disputes, t.stance);
    expect(radio(words.standing.denied, t.standing).checked).toBe(true);
    expect(field(t.by)).toBeTruthy();
    expect(() => radio(words.standing.reported, t.standing)).toThrow();
    await choose(t.supports, t.stance);
    expect(radio(words.standing.reported, t.standing).checked).toBe(true);
  });
  it('asks for the source it takes this from, and for none where that is not established', async () => {
    await show(PASSAGE);
    expect(radio(t.ownVoice, t.whoseWord).checked).toBe(true);
    await choose(t.takesFrom, t.whoseWord);
    expect(field(t.takesFrom)).toBeTruthy();
    expect(page.text()).not.toContain(t.witnessed);
    await choose(t.notEstablished, t.whoseWord);
    expect(page.host.querySelector(`[role=combobox][aria-label="${t.takesFrom}"]`)).toBeNull();
  });
  it('counts live how many words in a row are copied, and says where it is too many', async () => {
    await show(PASSAGE);
    await type(t.inMyWords, 'The firm is said to have paid the skipper.');
    expect(page.text()).toContain(t.copy(2));
    await type(t.inMyWords, 'Indeed the skipper had been paid by the company.');
    expect(page.text()).toContain(t.copied(8, undefined));
  });
  it('counts them against the whole text of the source, marked or not, and says in which paragraph they stand', async () => {
    text = ['A first paragraph of the gazette.', 'In the evening the crew of the lugger went ashore.'];
    await show({ source: 'gazette', paragraph: 1 });
    for (let i = 0; i < 60 && !page.text().includes(t.copy(0)); i += 1) await settled(20);
    await type(t.inMyWords, 'It has the crew of the lugger go to town.');
    expect(page.text()).toContain(t.copy(5));
    await type(t.inMyWords, 'That evening the crew of the lugger went ashore, it says.');
    expect(page.text()).toContain(t.copied(8, 2));
  });
  it('keeps the focus in the field of a date while it is typed, reads it, and says what is wrong with it', async () => {
    await show(PASSAGE);
    const at = field(t.when);
    await type(t.when, 's');
    expect(field(t.when)).toBe(at);
    await type(t.when, 'summer 2022');
    expect(field(t.when)).toBe(at);
    expect(field(t.when).value).toBe('summer 2022');
    expect(page.text()).toContain('read as summer 2022');
    expect(page.text()).not.toContain('2022-22');
    await type(t.when, '2022-13');
    expect(field(t.when).getAttribute('aria-invalid')).toBe('true');
    await type(t.when, '');
    expect(field(t.when)).toBe(at);
  });
});

/** Fills in a claim that can be planned. */
async function fill(): Promise<void> {
  await show(PASSAGE);
  await pick(t.who, 'Skipper Orr');
  await key(t.what, '2');
  await pick(t.whom, 'Mate Dunn');
  await type(t.inMyWords, 'They are said to have met.');
  // It is planned 200 ms after the last change.
  for (let i = 0; i < 60 && (planned.length === 0 || page.host.querySelector('.claim-does')?.getAttribute('aria-busy') === 'true'); i += 1) await settled(50);
}

describe('what it will do', () => {
  it('says what is needed still, and plans nothing before it is there', async () => {
    await show(PASSAGE);
    expect(page.text()).toContain(t.missing([t.who, t.what, t.whom, t.inMyWords]));
    await settled(250);
    expect(planned).toEqual([]);
  });
  it('is planned once it is whole: the sentence, a new claim, its figures, the gate', async () => {
    await fill();
    expect(planned.at(-1)?.records.claims).toMatchObject([{ subject: 'skipper', predicate: 'met-with', object: 'mate' }]);
    for (const text of ['The skipper is reported to have met the company.', t.isNew, t.gatePasses, t.contradiction]) expect(page.text()).toContain(text);
    const rows = [...page.host.querySelectorAll('.before-after tbody tr')].map(({ textContent }) => textContent);
    expect(rows[0]).toBe(`${t.figure.standing}${t.nothingBefore}→ ${words.standing.reported}`);
  });
  it('says that the claim is there already and what the passage adds to it', async () => {
    answer = (claim) =>
      report({
        told: [
          told('there', {
            as: claim,
            isNew: false,
            before: { ...figures, citations: 2 },
            after: { ...figures, level: 'confirmed', rank: 6, citations: 3, uninvolvedOrigins: 0, contested: true },
            involved: ['The Gazette is owned by the company'],
            gate: [{ reason: 'It names a person in danger.', remedy: 'leave the name out' }],
          }),
        ],
        changed: [{ kind: 'citation', id: 'x', fields: [{ field: 'paraphrase', before: 'So.', after: 'Thus.' }] }],
      });
    await fill();
    for (const text of [t.exists(3), t.replacesPassage, t.contestedNow, 'The Gazette is owned by the company', 'It names a person in danger.'])
      expect(page.text()).toContain(text);
    expect(page.text()).not.toContain(t.gatePasses);
    const row = page.host.querySelector('.before-after tbody tr');
    expect(row?.textContent).toBe(`${t.figure.standing}${words.standing.reported}→ ${words.standing.confirmed}`);
    expect(row?.querySelector('.differs')).not.toBeNull();
  });
  it('says of no passage that it joins a claim where none is added', async () => {
    answer = (claim) =>
      report({ told: [told('there', { as: claim, isNew: false, before: { ...figures, citations: 1 }, after: { ...figures, citations: 1 } })] });
    await fill();
    expect(page.text()).toContain(t.isThere);
    expect(page.text()).not.toContain(t.exists(1));
  });
  it('places what stands in the way beside its field, and keeps it from being added', async () => {
    answer = () =>
      report({
        outcome: 'refused',
        problems: [{ code: 'wrong-type', message: 'the object is no Person', remedy: 'choose a Person', pointer: '/records/claims/0/object' }],
      });
    await fill();
    const slot = [...page.host.querySelectorAll('.slot')].find((one) => one.querySelector(`[aria-label="${t.whom}"]`));
    expect(slot?.querySelector('[role=alert]')?.textContent).toContain('the object is no person');
    await submit();
    expect(drafted()).toEqual([]);
    expect(done).not.toHaveBeenCalled();
  });
});

describe('adding it', () => {
  it('is refused with what each field lacks beside it, and the first of them has the focus', async () => {
    await show(PASSAGE);
    await submit();
    expect(page.host.querySelectorAll('[aria-invalid=true]').length).toBeGreaterThanOrEqual(4);
    expect(faultIn(t.inMyWords)).toContain(words.forms.needed);
    expect(document.activeElement).toBe(field(t.who));
    expect(drafted()).toEqual([]);
  });
  it('puts the claim into the draft under what it says, and closes', async () => {
    await fill();
    await submit();
    expect(done).toHaveBeenCalledOnce();
    expect(drafted()).toMatchObject([{ kind: 'claim', name: expect.stringContaining('Skipper Orr') as string, cites: [null] }]);
    expect(drafted()[0]!.record).toMatchObject({ citations: [{ source: 'gazette', locator: { paragraph: 3 }, standing: { level: 'reported' } }] });
  });
  it('and the next one begins at the same paragraph', async () => {
    await fill();
    await submit({ shiftKey: true });
    expect(done).not.toHaveBeenCalled();
    expect(drafted()).toHaveLength(1);
    expect(field(t.who).value).toBe('');
    expect(page.find<HTMLInputElement>('.citation-row input[inputmode=numeric]')?.value).toBe('3');
    expect(field(t.inMyWords).value).toBe('');
  });
  it('keeps what was typed where the form is closed and opened again', async () => {
    await fill();
    page.end();
    await show(PASSAGE);
    expect(field(t.inMyWords).value).toBe('They are said to have met.');
    expect(field(t.who).value).toBe('Skipper Orr');
  });
  it('offers what was begun where other words are marked, and neither takes the place of the other', async () => {
    await fill();
    page.end();
    sessionStorage.clear();
    await show({ source: 'gazette', paragraph: 4, words: 'The mate was aboard.' });
    expect(field(t.inMyWords).value).toBe('');
    expect(page.text()).toContain('Skipper Orr · met-with · Mate Dunn: They are said to have met.');
    await type(t.inMyWords, 'Dunn sailed too.');
    expect(openForms.get()).toEqual([]);
    act(() => page.find<HTMLButtonElement>('.kept-forms button', words.forms.kept.goOn)!.click());
    expect(openForms.get()).toEqual([{ form: 'claim', dataset: CASE, passage: PASSAGE }]);
    openForms.close();
    page.end();
    await show(PASSAGE);
    expect(field(t.inMyWords).value).toBe('They are said to have met.');
    expect(page.text()).toContain('Dunn sailed too.');
    // Thrown away on purpose, after it was asked once more.
    act(() => page.find<HTMLButtonElement>('.kept-here button', words.forms.kept.anew)!.click());
    act(() => page.find<HTMLButtonElement>('.kept-here button', words.draft.throwDo)!.click());
    expect(field(t.inMyWords).value).toBe('');
    expect(page.text()).toContain('Dunn sailed too.');
  });
  it('goes on from the claim as it was begun to be changed, and says that it was changed since', async () => {
    const citations = [{ source: 'gazette', locator: { paragraph: 3 }, paraphrase: 'They met.', standing: { level: 'reported' } }];
    const was = { id: 'c-1', subject: 'skipper', predicate: 'met-with', object: 'mate', citations };
    const entry: DraftEntry = { kind: 'claim', id: 'c-1', name: 'They met', record: was, before: was, cited: ['x'], cites: ['x'], names: [], revision: 5 };
    const edit = async (there: DraftEntry): Promise<void> => {
      page = renderedInPage(<ClaimForm dataset={CASE} entry={there} onDone={done as never} />);
      await settled();
    };
    await edit(entry);
    await type(t.inMyWords, 'They met twice.');
    page.end();
    const theirs = { ...was, citations: [{ ...citations[0]!, quote: 'met' }] };
    await edit({ ...entry, record: theirs, before: theirs, revision: 7 });
    expect(page.text()).toContain(words.forms.kept.stale);
    expect(field(t.inMyWords).value).toBe('They met twice.');
    for (let i = 0; i < 60 && planned.length === 0; i += 1) await settled(50);
    await submit();
    // Against the revision at which it was read: the plan then tells of what others changed.
    expect(drafted()).toMatchObject([{ before: was, revision: 5 }]);
    expect(Object.keys(localStorage).filter((one) => one.startsWith('attest-form'))).toEqual([]);
  });
  it('under an id of one’s own; one that a record of the draft has is told beside it and writes over nothing', async () => {
    await fill();
    act(() => page.find<HTMLButtonElement>('.claim-more button.link', words.forms.more)!.click());
    const byId = (id: string): void => page.type('[data-place=id] input', id);
    byId('They met');
    await submit();
    expect(page.find('[data-place=id] [role=alert]')?.textContent).toContain('id');
    byId('they-met');
    await submit();
    expect(drafted()).toMatchObject([{ kind: 'claim', id: 'they-met', record: { id: 'they-met' } }]);
    page.end();
    await show();
    await key(t.who, '?');
    await key(t.what, '1');
    await key(t.whom, '0');
    await pick(t.source, 'Gazette');
    await type(t.inMyWords, 'Nobody was hired.');
    act(() => page.find<HTMLButtonElement>('.claim-more button.link', words.forms.more)!.click());
    byId('they-met');
    await submit();
    await settled();
    expect(page.find('[data-place=id] [role=alert]')?.textContent).toBe(words.forms.taken);
    expect(drafted()).toHaveLength(1);
    expect(drafted()[0]!.record).toMatchObject({ predicate: 'met-with' });
  });
  it('by Enter in a field adds nothing: half a claim is soon added', async () => {
    await fill();
    await submit({ ctrlKey: false });
    expect(drafted()).toEqual([]);
  });
});
