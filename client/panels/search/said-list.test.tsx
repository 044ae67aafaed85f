// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { act } from 'react';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { SaidHitView } from '../../../server/contract/routes/said.ts';
import { checkProperty } from '../../../server/domain/testing/check-property.ts';
import { rendered } from '../../testing/render.ts';
import { Lit, SaidList, SaidNotes } from './said-list.tsx';

const claim: SaidHitView = {
  kind: 'claim',
  id: 'c',
  title: { text: 'Ann is alleged by the police to have paid Ben', lit: [] },
  claim: {
    id: 'c',
    sentence: 'Ann is alleged by the police to have paid Ben',
    level: 'alleged',
    rank: 1,
    origins: 1,
    originsOpen: false,
    uninvolvedOrigins: 0,
    contested: false,
  },
  passage: {
    snippet: { text: 'She paid two <b>mobsters</b>', lit: [{ from: 16, to: 24 }] },
    isQuote: true,
    citation: 'k',
    source: 's',
    sourceTitle: 'The Daily',
    place: 'paragraph 3',
  },
};
const source: SaidHitView = { kind: 'source', id: 's', title: { text: 'On mobsters', lit: [{ from: 3, to: 11 }] } };
const voice: SaidHitView = { kind: 'voice', id: 'v', title: { text: 'صدای مردم', lit: [{ from: 0, to: 4 }] } };
const inList = (more: Partial<Parameters<typeof SaidList>[0]> = {}) => (
  <MantineProvider>
    <div role="listbox" aria-label="Found">
      <SaidList id="l" first={2} hits={[claim, source, voice]} at={3} onHover={vi.fn()} onTake={vi.fn()} {...more} />
    </div>
  </MantineProvider>
);

describe('what was found in what is said', () => {
  it('stands as options after the names, by kind, each with the passage, its source and the words lit; markup is text', () => {
    const page = rendered(inList());
    const options = [...page.host.querySelectorAll('[role=option]')];
    expect(options.map(({ id }) => id)).toEqual(['l-2', 'l-3', 'l-4']);
    expect(options.map((option) => option.getAttribute('aria-selected'))).toEqual(['false', 'true', 'false']);
    expect([...page.host.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['mobsters', 'mobsters', 'صدای']);
    expect(options[0]?.textContent).toContain('Claim: ');
    for (const part of ['is alleged by the police', 'two <b>mobsters</b>', 'quote · The Daily · paragraph 3', 'alleged'])
      expect(options[0]?.textContent).toContain(part);
    expect(page.host.querySelector('b')).toBeNull();
    expect([...page.host.querySelectorAll('.heading')].map((heading) => heading.textContent)).toEqual(['In what is said · Claims', 'Sources', 'Voices']);
    expect(options[2]?.querySelector('[dir=auto]')?.textContent).toBe('صدای مردم');
    page.end();
  });

  it('is taken by the pointer', () => {
    const onTake = vi.fn();
    const page = rendered(inList({ onTake }));
    act(() => void page.find('#l-3')?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true })));
    expect(onTake).toHaveBeenCalledWith(source);
    page.end();
  });

  it('says that it is being read, that nothing was found, that it failed, and how many more there are', () => {
    const notes = (more: Partial<Parameters<typeof SaidNotes>[0]>) => {
      const page = rendered(<SaidNotes shown={0} loading={false} error={null} total={0} totalAtLeast={false} {...more} />);
      const [text, alert] = [page.text(), page.find('[role=alert]')?.textContent];
      page.end();
      return { text, alert };
    };
    expect(notes({}).text).toContain('No sentence, passage, source or voice has all these words.');
    expect(notes({ loading: true }).text).not.toContain('No sentence');
    expect(notes({ error: new Error('no') }).alert).toContain('What is said was not searched.');
    expect(notes({ shown: 8, total: 20, totalAtLeast: true }).text).toBe('at least 12 more; go on typing');
    expect(notes({ shown: 8, total: 8 }).text).toBe('');
  });

  it('never changes a text by lighting parts of it', () => {
    const lights = fc.array(fc.nat({ max: 30 }), { maxLength: 6 }).map((places) => [...new Set(places)].sort((a, b) => a - b));
    checkProperty(
      'lit text reads the same',
      fc.property(fc.string({ minLength: 31, maxLength: 60 }), lights, (text, places) => {
        const lit = places.flatMap((from, i) => (i % 2 === 0 && places[i + 1] !== undefined ? [{ from, to: places[i + 1]! }] : []));
        const page = rendered(<Lit text={text} lit={lit} />);
        expect(page.text()).toBe(text);
        expect([...page.host.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(lit.map(({ from, to }) => text.slice(from, to)));
        page.end();
      }),
    );
  });
});
