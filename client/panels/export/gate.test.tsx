// @vitest-environment happy-dom
import { act } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { type Rendered, rendered } from '../../testing/render.ts';
import { Gate, type GateProps } from './gate.tsx';

const refused = [
  {
    kind: 'claim' as const,
    id: 'a',
    label: 'Iran is reported to have hired the gang',
    why: 'not-seen' as const,
    reason: 'No source that was seen supports it.',
    remedy: 'Read a source that says it.',
  },
  { kind: 'entity' as const, id: 'b', label: 'A witness', why: 'at-risk' as const, reason: 'A private person in danger.', remedy: 'Leave the person out.' },
];

const all = { entities: 3, claims: 3, paths: 1 };
const gate = (more: Partial<GateProps> = {}) => (
  <Gate refused={refused} choice={{ kind: 'stop' }} onChoice={vi.fn()} claims={3} left={{ entities: 2, claims: 2, paths: 1 }} leavable {...more} />
);
const leaveOut = (page: Rendered) => page.find<HTMLInputElement>('input', 'Leave those out');

describe('the publication gate in the dialog', () => {
  it('names every refused record with its reason and what to do, and chooses neither option itself', () => {
    const page = rendered(gate());
    expect(page.find('[role=alert]')?.textContent).toContain('2 records');
    for (const { label, reason, remedy } of refused) for (const part of [label, reason, remedy]) expect(page.text()).toContain(part);
    expect([...page.host.querySelectorAll<HTMLInputElement>('input[type=radio]')].map((radio) => radio.checked)).toEqual([false, false]);
    // The server speaks English, on a page that is read from right to left too.
    const said = [...page.host.querySelectorAll('ul.refused div')];
    expect(said.map((line) => [line.getAttribute('lang'), line.getAttribute('dir')])).toEqual(refused.map(() => ['en', 'ltr']));
    page.end();
  });
  it('requires the reason that will be printed before it is overridden', () => {
    const onChoice = vi.fn();
    const page = rendered(gate({ onChoice }));
    act(() => page.find<HTMLInputElement>('input', 'Override')?.click());
    expect(onChoice).toHaveBeenCalledWith({ kind: 'override', reason: '' });
    page.again(gate({ onChoice, choice: { kind: 'override', reason: '' } }));
    expect(page.find('textarea')).toBeDefined();
    expect(page.text()).toContain('it is printed in every file');
    page.end();
  });
  it('says so where everything passes', () => {
    const page = rendered(gate({ refused: [], left: all }));
    expect(page.find('[role=alert]')).toBeUndefined();
    expect(page.text()).toContain('lets this pass');
    page.end();
  });
});

describe('leaving out what is refused', () => {
  it('says beforehand how many claims it leaves', () => {
    const onChoice = vi.fn();
    const page = rendered(gate({ onChoice }));
    expect(page.text()).toContain('Leaves 2 of 3 claims.');
    act(() => leaveOut(page)?.click());
    expect(onChoice).toHaveBeenCalledWith({ kind: 'leave-out' });
    page.end();
  });
  it('says that the path cannot be told without the rest', () => {
    const page = rendered(gate({ left: { entities: 2, claims: 1, paths: 0 }, path: { onNext: vi.fn() } }));
    expect(page.text()).toContain('Leaves 1 of 3 claims; the path cannot be told without the rest.');
    page.end();
  });
  it('cannot be chosen where nothing would be left, and says so, even where it was chosen before', () => {
    const page = rendered(gate({ left: { entities: 2, claims: 0, paths: 0 }, leavable: false, choice: { kind: 'leave-out' } }));
    expect(leaveOut(page)).toMatchObject({ disabled: true, checked: false });
    expect(page.host.querySelector('#gate-left')?.textContent).toContain('Nothing would be left');
    page.end();
  });
});

describe('a refused path', () => {
  it('offers the next path that passes', () => {
    const onNext = vi.fn();
    const page = rendered(gate({ path: { next: 'Through the embassy', onNext } }));
    act(() => page.find('button', 'Take the next path that passes: Through the embassy')?.click());
    expect(onNext).toHaveBeenCalledOnce();
    page.end();
  });
  it('says that no other passes', () => {
    const page = rendered(gate({ path: { onNext: vi.fn() } }));
    expect(page.find('button')).toBeUndefined();
    expect(page.text()).toContain('No other path of this trace passes');
    page.end();
  });
});
