// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { rendered, type Rendered } from '../testing/render.ts';
import { useEscape } from './use-escape.ts';

function Marking({ on, giveUp }: { on: boolean; giveUp: () => void }) {
  useEscape(on, giveUp);
  return <button type="button">drag</button>;
}

let page: Rendered | undefined;
afterEach(() => page?.end());
const press = (key: string): KeyboardEvent => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  page!.find('button')!.dispatchEvent(event);
  return event;
};

describe('Escape while something is being marked', () => {
  it('gives that up alone: nothing behind it hears the key', () => {
    const [giveUp, workbench] = [vi.fn(), vi.fn()];
    document.addEventListener('keydown', workbench);
    page = rendered(<Marking on giveUp={giveUp} />);
    expect(press('Escape').defaultPrevented).toBe(true);
    expect(giveUp).toHaveBeenCalledTimes(1);
    expect(workbench).not.toHaveBeenCalled();
    expect(press('a').defaultPrevented).toBe(false);
    expect(workbench).toHaveBeenCalledTimes(1);
    document.removeEventListener('keydown', workbench);
  });
  it('is left to others before, after, and once it is gone, and does what was last said', () => {
    const [first, last] = [vi.fn(), vi.fn()];
    page = rendered(<Marking on={false} giveUp={first} />);
    press('Escape');
    page.again(<Marking on giveUp={first} />);
    page.again(<Marking on giveUp={last} />);
    press('Escape');
    page.again(<Marking on={false} giveUp={last} />);
    expect(press('Escape').defaultPrevented).toBe(false);
    expect([first.mock.calls.length, last.mock.calls.length]).toEqual([0, 1]);
    page.again(<Marking on giveUp={last} />);
    const button = page.find('button')!;
    page.end();
    page = undefined;
    button.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    expect(last).toHaveBeenCalledTimes(1);
  });
});
