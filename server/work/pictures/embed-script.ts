/** The script of an embedded page: what is chosen in the drawing is told beside it, and arrow keys lead to the next part in their direction. Without it all is told. */

/** Written as text, because it runs in the page of whoever reads the article. */
export const EMBED_SCRIPT = `
'use strict';
(() => {
  const parts = [...document.querySelectorAll('.drawing [data-claims]')];
  const told = [...document.querySelectorAll('.side li')];
  const status = document.getElementById('status');
  const all = document.getElementById('all');
  const count = (n) => n + (n === 1 ? ' claim' : ' claims');
  const show = (part) => {
    const claims = part ? new Set(part.dataset.claims.split(' ')) : undefined;
    for (const one of parts) one.setAttribute('aria-pressed', String(one === part));
    let n = 0;
    for (const item of told) {
      item.hidden = claims !== undefined && !claims.has(item.value + '');
      if (!item.hidden) n += 1;
    }
    all.hidden = part === undefined;
    status.textContent = part ? part.dataset.name + ': ' + count(n) : count(told.length) + ', in all';
  };
  // In a narrow frame the claims stand below the drawing: the first comes into view.
  const bring = () => told.find((item) => !item.hidden)?.scrollIntoView({ block: 'nearest' });
  const middle = (part) => {
    const box = part.getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const WAYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
  const next = (from, [wx, wy]) => {
    const at = middle(from);
    let best, least = Infinity;
    for (const part of parts) {
      if (part === from) continue;
      const { x, y } = middle(part);
      const along = (x - at.x) * wx + (y - at.y) * wy;
      const aside = Math.abs((x - at.x) * wy) + Math.abs((y - at.y) * wx);
      const far = along + 2 * aside;
      if (along > 1 && far < least) [best, least] = [part, far];
    }
    return best;
  };
  for (const part of parts) {
    part.addEventListener('focus', () => show(part));
    part.addEventListener('click', () => { part.focus(); show(part); bring(); });
    part.addEventListener('keydown', (event) => {
      const way = WAYS[event.key];
      if (event.key === 'Escape') { show(undefined); return; }
      if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); show(part); bring(); return; }
      const to = way ? next(part, way) : event.key === 'Home' ? parts[0] : event.key === 'End' ? parts.at(-1) : undefined;
      if (!to) return;
      event.preventDefault();
      to.focus();
      to.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    });
  }
  all.addEventListener('click', () => show(undefined));
  show(undefined);
})();
`.trim();
