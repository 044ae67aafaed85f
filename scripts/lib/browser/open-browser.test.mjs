/** A browser is opened only where a person sits at a screen. */
import { describe, expect, it } from 'vitest';
import { hasDesktop } from './open-browser.mjs';

const laptop = { env: { DISPLAY: ':0' }, platform: 'linux', terminal: true };

describe('a desktop', () => {
  it('is there on a laptop', () => {
    expect(hasDesktop(laptop)).toBe(true);
    expect(hasDesktop({ ...laptop, env: { WAYLAND_DISPLAY: 'wayland-0' } })).toBe(true);
    expect(hasDesktop({ env: {}, platform: 'darwin', terminal: true })).toBe(true);
  });
  it.each([
    ['without a screen', { ...laptop, env: {} }],
    ['in CI', { ...laptop, env: { DISPLAY: ':0', CI: 'true' } }],
    ['over ssh', { ...laptop, env: { DISPLAY: ':10', SSH_CONNECTION: '10.0.0.1' } }],
    ['with the output in a file', { ...laptop, terminal: false }],
  ])('is not there %s', (_, machine) => {
    expect(hasDesktop(machine)).toBe(false);
  });
});
