/** Nodes and edges of the contract for tests, each parsed by the contract. */
import type { Positions, Point } from '../state/view.ts';
import { type BoundedDate, type EdgeView, edgeView, type NodeView, nodeView } from '../../server/contract/views.ts';
import { entityEnd } from '../../server/domain/model/claim-ends.ts';
import { dayText } from '../../server/domain/dates/calendar.ts';
import { parseEdtf } from '../../server/domain/dates/edtf-dates.ts';

/** Positions by the ids of a test. */
export function positionsOf(places: Readonly<Record<string, Point>>): Positions {
  return new Map(Object.entries(places));
}

export function node(id: string, more: Partial<NodeView> = {}): NodeView {
  return nodeView.parse({
    id,
    type: 'Person',
    name: id.toUpperCase(),
    nameLang: 'en',
    label: false,
    unnamed: false,
    generic: false,
    aggregate: false,
    atRisk: false,
    candidates: [],
    unsure: false,
    degree: 1,
    lineless: 0,
    ...more,
  });
}

/** A claim from one entity to another, reported by one origin unless `more` says otherwise. */
export function edge(id: string, subject: string, object: string, more: Partial<EdgeView> = {}): EdgeView {
  const text = object === 'text' && !('text' in more) ? { text: 'so it is', lang: 'en' } : undefined;
  const chain = [subject, ...(more.via ?? []), text ? 'value' : object].filter((end) => entityEnd(end) !== undefined);
  const segments = chain.slice(1).map((to, n) => ({ n, from: chain[n] ?? '', to }));
  return edgeView.parse({
    id,
    dataset: 'test',
    subject,
    predicate: 'hired',
    object,
    text,
    via: [],
    to: [],
    at: [],
    in: [],
    instrument: [],
    intended: false,
    attempted: false,
    expected: false,
    group: 'sponsorship',
    label: 'hired',
    segments,
    openEnds: [...(subject === 'unknown' ? ['subject'] : []), ...(object === 'unknown' ? ['object'] : [])],
    level: 'reported',
    rank: 1,
    by: [],
    accusatory: true,
    origins: 1,
    originsOpen: false,
    originsAtStanding: 1,
    uninvolvedOrigins: 1,
    contested: false,
    inferred: false,
    uncertain: false,
    citations: 1,
    sentence: `${subject} is said to have hired ${object}`,
    sources: ['paper'],
    originVoices: ['newsroom'],
    datasets: ['test'],
    happened: [],
    ...more,
  });
}

/** A date with its bounds, as the server sends it. */
export function dated(edtf: string, basis: BoundedDate['basis'] = 'stated'): BoundedDate {
  const { earliest, latest } = parseEdtf(edtf);
  const [from, to] = [dayText(earliest), dayText(latest)];
  return { edtf, basis, ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}
