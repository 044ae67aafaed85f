/** The dossiers of the cases on view: each kept under a key of its own, so that one can go without the others. The one that was changed last is open. */
import { keptForms, type KeptForm } from '../kept-forms.ts';
import { asDossier, type Dossier, dossierKey, NO_DOSSIER } from './dossier.ts';

export interface KeptDossier {
  key: string;
  /** By which it is known while it has no title. */
  number: number;
  dossier: Dossier;
}

const FIRST = 1;
/** The first has the key of the time when there was one alone. */
const keyOf = (first: string, number: number): string => (number === FIRST ? first : `${first} #${number}`);
function numberOf(first: string, key: string): number | undefined {
  if (key === first) return FIRST;
  const rest = key.startsWith(`${first} #`) ? key.slice(first.length + 2) : '';
  return /^[1-9]\d*$/.test(rest) ? Number(rest) : undefined;
}

/** In the order in which they were begun; one without a part where none is kept. */
export function dossiersOf(all: ReadonlyMap<string, KeptForm>, datasets: readonly string[]): KeptDossier[] {
  const first = dossierKey(datasets);
  const found = [...all.values()].flatMap(({ key, value }): KeptDossier[] => {
    const number = numberOf(first, key);
    return number === undefined ? [] : [{ key, number, dossier: asDossier(value as Partial<Dossier>) }];
  });
  return found.length === 0 ? [{ key: first, number: FIRST, dossier: NO_DOSSIER }] : found.toSorted((a, b) => a.number - b.number);
}

/** The key of the one that is open. */
export function openDossier(datasets: readonly string[]): string {
  const all = keptForms.all();
  const at = ({ key }: KeptDossier): number => all.get(key)?.at ?? 0;
  return dossiersOf(all, datasets).reduce((last, one) => (at(one) >= at(last) ? one : last)).key;
}

/** It is the open one from now on, also after the page is loaded again. */
export function openAgain(key: string): void {
  keptForms.change(key, NO_DOSSIER, (dossier) => dossier);
}

/** Begins another one beside those that are kept, and says its key; where the open one is as it was begun, that. */
export function beginDossier(datasets: readonly string[], open: string): string {
  const all = dossiersOf(keptForms.all(), datasets);
  const now = all.find(({ key }) => key === open);
  if (!now || isAsBegun(now.dossier)) return open;
  const key = keyOf(dossierKey(datasets), Math.max(...all.map(({ number }) => number)) + 1);
  keptForms.change(key, NO_DOSSIER, () => ({ ...NO_DOSSIER, form: now.dossier.form }));
  return key;
}

const isAsBegun = ({ parts, title, asked }: Dossier): boolean => parts.length === 0 && title === '' && asked === '';
