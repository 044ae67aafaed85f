/** Names records in lists of changes, those that are gone included. */
import type { ChangeKind } from '../importing/change-plan.ts';
import { QUALIFIERS } from '../model/lists.ts';
import { displayName } from '../model/names.ts';
import type { Citation, Claim, Dataset, Entity, IdentityDecision, Predicate, RivalSet, Source, Voice } from '../model/records.ts';
import type { Question } from '../model/questions.ts';
import { shortTitle } from '../telling/source-title.ts';

/** What another record is called; its id where that is not known. */
export type NameOf = (kind: ChangeKind, id: string) => string;

/**
 * What a record is called. A claim is named by its parts with a dot between them ("claimed: Ivan · met · Petar"), and not in a sentence: how firm it is said is
 * worked out from its citations, which may be gone. A citation is named by its source and paraphrase.
 */
export function nameRecord(kind: ChangeKind, record: object, nameOf: NameOf): string {
  switch (kind) {
    case 'dataset': {
      const { id, title } = record as Dataset;
      return title ?? id;
    }
    case 'voice':
      return (record as Voice).name;
    case 'source':
      return shortTitle(record as Source);
    case 'entity':
      return displayName(record as Entity).text;
    case 'predicate':
      return (record as Predicate).forms.finite;
    case 'claim':
      return `claimed: ${claimParts(record as Claim, nameOf).join(' · ')}`;
    case 'citation': {
      const { source, paraphrase } = record as Citation;
      return `${nameOf('source', source)}: ${paraphrase}`;
    }
    case 'rivals':
      return (record as RivalSet).claims.map((id) => nameOf('claim', id)).join(' / ');
    case 'identity': {
      const { a, b, decision } = record as IdentityDecision;
      return `${nameOf('entity', a)} / ${nameOf('entity', b)}: ${decision}`;
    }
    case 'question':
      return (record as Question).text;
  }
}

function claimParts(claim: Claim, nameOf: NameOf): string[] {
  const { subject, object, predicate, occasion } = claim;
  const flags = (['intended', 'attempted', 'expected'] as const).filter((flag) => claim[flag]);
  return [
    nameOf('entity', subject),
    [nameOf('predicate', predicate), ...flags.map((flag) => `(${flag})`)].join(' '),
    typeof object === 'string' ? nameOf('entity', object) : `“${object.text}”`,
    ...QUALIFIERS.flatMap((qualifier) =>
      claim[qualifier].length > 0 ? [`${qualifier} ${claim[qualifier].map((id) => nameOf('entity', id)).join(', ')}`] : [],
    ),
    ...(occasion === undefined ? [] : [occasion]),
  ];
}
