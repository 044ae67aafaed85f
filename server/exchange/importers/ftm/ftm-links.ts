/** Which claim a link of FollowTheMoney becomes: a predicate of the core vocabulary only where it says exactly that. */
import type { EntityType } from '../../../domain/model/lists.ts';
import { coreOfWords, fitsCore, type EndTypes } from '../core-verbs.ts';
import { usableLine } from '../foreign-values.ts';
import type { FtmLink } from './ftm-model.ts';
import { valuesOf, type FtmRecord } from './ftm-records.ts';

export interface ClaimOfLink {
  /** Of the core vocabulary; else one is made of the words. */
  predicate?: string;
  words: string;
  /** The role or post that the file gives. */
  as?: string;
  attempted?: true;
  intended?: true;
  expected?: true;
}

/** Why links of a schema are not taken over. */
export const MEANT_ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ['Documentation', 'it says only that a document is about an entity'],
  ['Similar', 'whether two are the same the curator decides'],
]);

const CORE: ReadonlyMap<string, readonly string[]> = new Map([
  ['Employment', ['works-for']],
  ['Associate', ['associated-with']],
  ['CourtCaseParty', ['party-to']],
]);
/** Words of a claim of ours that say it did not (yet) happen so. */
const FLAGS = ['attempted', 'intended', 'expected'] as const;
/** A part of a claim whose qualifiers are not in the file says no more than that two are linked. */
const PART = 'linked to';

interface LinkContext {
  link: FtmLink;
  types: EndTypes;
  /** Whether it was exported from here: then its words are those of a predicate. */
  isOwn: boolean;
  /** Whether it is one of several links of one claim. */
  isPart: boolean;
}
export function claimOfLink(record: FtmRecord, { link, types, isOwn, isPart }: LinkContext): ClaimOfLink {
  const roles = [...valuesOf(record, 'role'), ...valuesOf(record, 'relationship').map((value) => value.replace(/ \([a-z-]+\)$/, ''))];
  const role = roles.flatMap((value) => usableLine(value) ?? [])[0];
  if (isPart) return withCore({ words: PART }, ['associated-with'], types);
  if (isOwn && role !== undefined) {
    const { verb, flags } = flagsOf(role);
    const predicate = memberOf(record.schema, types) ?? coreOfWords(verb, types) ?? firstFit(CORE.get(record.schema) ?? [], types);
    return { words: verb, ...flags, ...(predicate === undefined ? {} : { predicate }) };
  }
  const { schema } = record;
  if (schema === 'UnknownLink' || schema === 'Family') {
    const words = role ?? link.words;
    return role === undefined && schema === 'UnknownLink' ? withCore({ words }, ['associated-with'], types) : { words };
  }
  const as = role === undefined ? {} : { as: role };
  const member = memberOf(schema, types);
  if (member !== undefined) return { words: link.words, predicate: member, ...as };
  return withCore({ words: link.words, ...as }, CORE.get(schema) ?? [], types);
}

/** To call somebody a member of a gang accuses, whatever the words. */
function memberOf(schema: string, types: EndTypes): string | undefined {
  return schema === 'Membership' ? firstFit(gangAt(types.object) ? ['gang-member-of'] : ['member-of'], types) : undefined;
}
const gangAt = (type: EntityType): boolean => type === 'Gang';

function firstFit(predicates: readonly string[], types: EndTypes): string | undefined {
  return predicates.find((predicate) => fitsCore(predicate, types));
}

function withCore(claim: ClaimOfLink, predicates: readonly string[], types: EndTypes): ClaimOfLink {
  const predicate = firstFit(predicates, types);
  return predicate === undefined ? claim : { ...claim, predicate };
}

function flagsOf(role: string): { verb: string; flags: Pick<ClaimOfLink, (typeof FLAGS)[number]> } {
  const flags: Pick<ClaimOfLink, (typeof FLAGS)[number]> = {};
  let verb = role;
  for (const flag of FLAGS.toReversed()) {
    if (!verb.endsWith(`, ${flag}`)) continue;
    flags[flag] = true;
    verb = verb.slice(0, -flag.length - 2);
  }
  return { verb, flags };
}
