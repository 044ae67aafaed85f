/** Keeps what is told for a while (notices, what runs) off everything that can be pressed and off the pointer. */
import { useEffect } from 'react';
import { type Box, freePlace, shared } from './free-place.ts';

/** What can be pressed, typed into or chosen, and what is read beside it as one piece. The drawing is none of it: nothing in it is pressed next but what one points at. */
const PRESSED =
  'button, a[href], input, select, textarea, summary, [role=option], [role=menuitem], [role=tab], [role=gridcell], [role=columnheader], [data-told], [data-kept-clear]';
/** The pointer and its surroundings, in px on each side. */
const POINTER = 28;
/** The free border around it, and the milliseconds between two looks at what has come to lie under it. */
const MARGIN = 8;
const LOOKS = 250;

let pointer: { x: number; y: number } | undefined;
if (typeof addEventListener === 'function')
  addEventListener('pointermove', ({ clientX, clientY }) => void (pointer = { x: clientX, y: clientY }), { capture: true, passive: true });

const boxOf = (element: Element): Box => element.getBoundingClientRect();
const roomy = ({ left, top, right, bottom }: Box): Box => ({ left: left - MARGIN, top: top - MARGIN, right: right + MARGIN, bottom: bottom + MARGIN });
const isIn = (at: { x: number; y: number }, box: Box): boolean => at.x >= box.left && at.x <= box.right && at.y >= box.top && at.y <= box.bottom;

function pressable(own: Element): Box[] {
  const boxes: Box[] = [];
  for (const element of document.querySelectorAll(PRESSED)) {
    if (own.contains(element)) continue;
    const box = boxOf(element);
    if (box.right > box.left && box.bottom > 0 && box.top < innerHeight) boxes.push(roomy(box));
  }
  return boxes;
}

function keepFree(element: HTMLElement): void {
  const now = boxOf(element);
  const [width, height] = [now.right - now.left, now.bottom - now.top];
  if (width === 0 || height === 0) return;
  // Where the pointer is on it already, it is being read or closed.
  const held = pointer !== undefined && isIn(pointer, now) && element.dataset.told === 'placed';
  if (held) return;
  const avoid = pressable(element);
  if (pointer) avoid.push({ left: pointer.x - POINTER, top: pointer.y - POINTER, right: pointer.x + POINTER, bottom: pointer.y + POINTER });
  if (element.dataset.told === 'placed' && avoid.every((box) => shared(box, now) === 0)) return;
  const middle = document.getElementById('main')?.getBoundingClientRect();
  const near = { x: middle ? middle.left + middle.width / 2 : innerWidth / 2, y: innerHeight - 90 };
  const within = { left: MARGIN, top: MARGIN, right: innerWidth - MARGIN, bottom: innerHeight - MARGIN };
  const { left, top } = freePlace({ width, height, within, avoid, near });
  element.style.setProperty('--told-left', `${left}px`);
  element.style.setProperty('--told-top', `${top}px`);
  element.dataset.told = 'placed';
}

/**
 * @param find the element, which stands at `--told-left` and `--told-top`; it is asked for again at each look
 * @param shown increases or changes with what it holds; 0 while it is empty
 */
export function useFreePlace(find: () => HTMLElement | null, shown: number): void {
  useEffect(() => {
    if (shown === 0) {
      delete find()?.dataset.told;
      return;
    }
    const look = (): void => {
      const element = find();
      if (element) keepFree(element);
    };
    const first = requestAnimationFrame(look);
    const timer = setInterval(look, LOOKS);
    return () => {
      cancelAnimationFrame(first);
      clearInterval(timer);
    };
  }, [find, shown]);
}
