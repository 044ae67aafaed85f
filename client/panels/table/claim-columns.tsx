/** The columns of claims. */
import type { EdgeView } from '../../../server/contract/views.ts';
import { dateText } from '../../ui/date-text.ts';
import { LineSample, originsFigure } from '../../ui/figures.tsx';
import { widthOf } from '../../../server/domain/picturing/look/palette.ts';
import { words } from '../../i18n/messages.ts';
import type { Column } from './columns.ts';

const t = words.table;
const yesNo = (is: boolean): string => (is ? t.yes : t.no);
const QUALIFIERS = ['via', 'to', 'at', 'in', 'instrument'] as const;

/** What stands at an end: a name, a text in its marks, or that nobody is told. */
function endText(claim: EdgeView, end: 'subject' | 'object', nameOf: (id: string) => string): string {
  const id = claim[end];
  if (id === 'unknown') return t.unknown;
  if (id === 'none') return t.nobody;
  if (end === 'object' && claim.text) return claim.text.quoted ? `“${claim.text.text}”` : claim.text.text;
  return id === 'value' ? '' : nameOf(id);
}

const FLAGS = ['intended', 'attempted', 'expected'] as const;
function flagsOf(claim: EdgeView): string[] {
  return FLAGS.filter((flag) => claim[flag]).map((flag) => words.evidence.flags[flag]);
}
/** The words on the line. That it did not (yet) happen so comes first, so that no cell that is too narrow drops it. */
function whatText(claim: EdgeView): string {
  return [...flagsOf(claim), claim.label].join(': ');
}

/** Who, what and whom in short, without one entity that is named already. It says nothing of the standing: that must stand beside it. */
export function claimInShort(claim: EdgeView, nameOf: (id: string) => string, without: string): string {
  const of = (end: 'subject' | 'object'): string => (claim[end] === without ? '' : endText(claim, end, nameOf));
  const said = [of('subject'), claim.label, of('object')].filter((part) => part !== '').join(' ');
  return [...flagsOf(claim), said].join(': ');
}

function whenText({ happened }: EdgeView): string {
  const dates = [...new Set(happened.map((date) => dateText(date)))];
  return dates.length === 0 ? '' : `${words.dates.or(dates)}${happened.some(({ basis }) => basis !== undefined && basis !== 'stated') ? ` ${t.mark}` : ''}`;
}
const yearOf = (day: string | undefined): string => day?.slice(0, 4) ?? t.notTold;

/**
 * @param nameOf the name of an entity
 * @param sourceName the name of a source
 */
export function claimColumns(nameOf: (id: string) => string, sourceName: (id: string) => string): Column<EdgeView>[] {
  const end = (side: 'subject' | 'object') => (claim: EdgeView) => endText(claim, side, nameOf);
  const by = (claim: EdgeView): string => claim.by.map(({ name }) => name).join(', ');
  const beside = (claim: EdgeView): string =>
    QUALIFIERS.flatMap((role) => (claim[role].length === 0 ? [] : `${words.evidence.end[role]} ${claim[role].map(nameOf).join(', ')}`)).join('; ');
  const columns: Omit<Column<EdgeView>, 'label' | 'means'>[] = [
    {
      id: 'standing',
      width: [150, 1],
      text: ({ level }) => words.standing[level],
      order: ({ rank, originsAtStanding }) => rank + Math.min(originsAtStanding, 99) / 100,
      value: ({ level }) => words.standing[level],
      cell: (claim) => (
        <>
          <LineSample rank={claim.rank} width={Math.min(4, widthOf(claim.originsAtStanding))} length={26} />
          <span>{words.standing[claim.level]}</span>
        </>
      ),
    },
    { id: 'who', width: [112, 2], text: end('subject'), value: end('subject') },
    { id: 'what', width: [100, 1.5], text: whatText, value: whatText },
    { id: 'whom', width: [112, 2], text: end('object'), value: end('object') },
    { id: 'by', width: [84, 1.2], text: by, value: (claim) => by(claim) || t.notTold },
    {
      id: 'origins',
      number: true,
      width: [68, 0],
      text: originsFigure,
      order: ({ origins, originsOpen }) => origins + (originsOpen ? 0.5 : 0),
      value: originsFigure,
    },
    {
      id: 'uninvolved',
      number: true,
      width: [94, 0],
      text: ({ uninvolvedOrigins }) => String(uninvolvedOrigins),
      order: ({ uninvolvedOrigins }) => uninvolvedOrigins,
      value: ({ uninvolvedOrigins }) => String(uninvolvedOrigins),
    },
    { id: 'happened', width: [110, 1.2], text: whenText, order: ({ happened }) => firstDay(happened), value: ({ happened }) => yearOf(firstDay(happened)) },
    {
      id: 'since',
      hidden: true,
      width: [96, 1],
      text: ({ since }) => (since ? dateText(since) : ''),
      order: ({ since }) => since?.edtf,
      value: ({ since }) => /\d{4}/.exec(since?.edtf ?? '')?.[0] ?? t.notTold,
    },
    {
      id: 'published',
      hidden: true,
      width: [96, 1],
      text: ({ firstPublished }) => (firstPublished ? dateText({ edtf: firstPublished }) : ''),
      order: ({ firstPublished }) => firstPublished,
      value: ({ firstPublished }) => yearOf(firstPublished),
    },
    {
      id: 'contested',
      hidden: true,
      width: [84, 0.5],
      text: ({ contested }) => yesNo(contested),
      value: ({ contested }) => yesNo(contested),
      cell: ({ contested }) => <span className={contested ? 'is-contested' : undefined}>{yesNo(contested)}</span>,
    },
    { id: 'group', hidden: true, width: [100, 1], text: ({ group }) => words.group[group], value: ({ group }) => words.group[group] },
    { id: 'beside', hidden: true, width: [140, 2], text: beside },
    {
      id: 'citations',
      hidden: true,
      number: true,
      width: [84, 0],
      text: ({ citations }) => String(citations),
      order: ({ citations }) => citations,
      value: ({ citations }) => String(citations),
    },
    { id: 'sources', hidden: true, width: [160, 2], text: ({ sources }) => sources.map(sourceName).join('; ') },
    { id: 'sentence', hidden: true, width: [280, 5], text: ({ sentence }) => sentence, cell: ({ sentence }) => <span className="said">{sentence}</span> },
    { id: 'id', hidden: true, width: [120, 2], text: ({ id }) => id },
  ];
  return columns.map((column) => named(column));
}

/** The first day of dates, or the last one where the start is open. */
function firstDay(dates: EdgeView['happened']): string | undefined {
  return dates.flatMap(({ from, to }) => from ?? to ?? []).sort()[0];
}

export function named<T>(column: Omit<Column<T>, 'label' | 'means'>): Column<T> {
  const id = column.id as keyof typeof t.column;
  return { ...column, label: t.column[id], means: t.means[id] };
}
