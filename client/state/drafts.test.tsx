// @vitest-environment happy-dom
import { act } from 'react';
import { describe, expect, it } from 'vitest';
import { rendered } from '../testing/render.ts';
import { useDraft } from './drafts.ts';

let set: (value: string) => void;
let forget: () => void;
function Field({ of = 'field' }: { of?: string }) {
  const [value, setValue, drop] = useDraft(of, 'first');
  [set, forget] = [setValue, drop];
  return <p>{value}</p>;
}

describe('what is being typed', () => {
  it('is there again after a reload, until it is forgotten', () => {
    const page = rendered(<Field />);
    act(() => set('typed'));
    page.end();
    const again = rendered(<Field />);
    expect(again.text()).toBe('typed');
    act(() => forget());
    expect(again.text()).toBe('first');
    again.end();
    const third = rendered(<Field />);
    expect(third.text()).toBe('first');
    third.end();
  });
  it('is kept apart for each thing it is typed for', () => {
    const page = rendered(<Field of="constructor" />);
    act(() => set('typed'));
    page.again(<Field of="other" />);
    expect(page.text()).toBe('first');
    act(() => set('typed for another'));
    page.again(<Field of="constructor" />);
    expect(page.text()).toBe('typed');
    act(() => forget());
    page.again(<Field of="other" />);
    expect(page.text()).toBe('typed for another');
    page.end();
    sessionStorage.clear();
  });
  it('is dropped where it has another shape', () => {
    sessionStorage.setItem('attest-draft field', '[1]');
    const page = rendered(<Field />);
    expect(page.text()).toBe('first');
    page.end();
    sessionStorage.clear();
  });
});
