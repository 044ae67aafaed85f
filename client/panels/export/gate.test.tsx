// @vitest-environment happy-dom
import { act } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { rendered } from '../../testing/render.ts';
import { Gate } from './gate.tsx';

const refused = [
  {
    kind: 'claim' as const,
    id: 'a',
    label: 'Iran is reported to have hired the gang',
    reason: 'No source that was seen supports it.',
    remedy: 'Read a source that says it.',
  },
  { kind: 'entity' as const, id: 'b', label: 'A witness', reason: 'A private person in danger.', remedy: 'Leave the person out.' },
];

describe('the publication gate in the dialog', () => {
  it('names every refused record with its reason and what to do, and chooses neither option itself', () => {
    const page = rendered(<Gate refused={refused} choice={{ kind: 'stop' }} onChoice={vi.fn()} />);
    expect(page.find('[role=alert]')?.textContent).toContain('2 records');
    for (const { label, reason, remedy } of refused) for (const part of [label, reason, remedy]) expect(page.text()).toContain(part);
    expect([...page.host.querySelectorAll<HTMLInputElement>('input[type=radio]')].map((radio) => radio.checked)).toEqual([false, false]);
    page.end();
  });
  it('requires the reason that will be printed before it is overridden', () => {
    const onChoice = vi.fn();
    const page = rendered(<Gate refused={refused} choice={{ kind: 'stop' }} onChoice={onChoice} />);
    act(() => page.find<HTMLInputElement>('input', 'Override')?.click());
    expect(onChoice).toHaveBeenCalledWith({ kind: 'override', reason: '' });
    page.again(<Gate refused={refused} choice={{ kind: 'override', reason: '' }} onChoice={onChoice} />);
    expect(page.find('textarea')).toBeDefined();
    expect(page.text()).toContain('it is printed in every file');
    page.end();
  });
  it('says so where everything passes', () => {
    const page = rendered(<Gate refused={[]} choice={{ kind: 'stop' }} onChoice={vi.fn()} />);
    expect(page.find('[role=alert]')).toBeUndefined();
    expect(page.text()).toContain('lets this pass');
    page.end();
  });
});
