// @vitest-environment happy-dom
import { act } from 'react';
import { describe, expect, it } from 'vitest';
import { rendered } from '../testing/render.ts';
import { useDraft } from './drafts.ts';

let set: (value: string) => void;
let forget: () => void;
function Field() {
  const [value, setValue, drop] = useDraft('field', 'first');
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
  it('is dropped where it has another shape', () => {
    sessionStorage.setItem('attest-draft field', '[1]');
    const page = rendered(<Field />);
    expect(page.text()).toBe('first');
    page.end();
    sessionStorage.clear();
  });
});
