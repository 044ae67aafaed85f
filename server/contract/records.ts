/** zod shapes of the model's records, shared by the curated file and the API; the words come from domain/model.ts. */
import { z } from 'zod';
import { beyond } from './named-limit.ts';
import { CLOCK_PATTERN, EDTF_PATTERN, RECORDED_PATTERN } from '../domain/dates/edtf-pattern.ts';
import { type CLAIM_FILTERS, FILTER_ROWS, type FilterName, type FilterTakes, type FilterValues } from '../domain/model/claim-filters.ts';
import { cleanText, hasCredentials, hasStrayCharacters, inOneLine, isLanguageTag, TEXT_FAULTS, textFault } from '../domain/model/plain-text.ts';
import { DEFAULT_SWITCHES } from '../domain/tracing/trace-switches.ts';
import {
  BASES,
  DECISIONS,
  DISPUTE_LEVELS,
  ENDS,
  ENTITY_TYPES,
  GROUPS,
  ID_PATTERN,
  NAME_KINDS,
  ARTICLES,
  GRAMMATICAL_NUMBERS,
  ORIGIN_BASES,
  OUTCOMES,
  QUALIFIERS,
  RECORD_KINDS,
  RESERVED_ENDS,
  ROLES,
  STAGES,
  STAKE_AS,
  SUPPORT_LEVELS,
  TEXT_OF_HOW,
  VALUE_KINDS,
  WITHHELD_GROUPS,
  WITHHELD_TYPES,
} from '../domain/model/lists.ts';

/** Named limits of what one field may hold; a longer text is refused by name. */
export const LIMITS = {
  idLength: 193,
  nameLength: 500,
  textLength: 4_000,
  urlLength: 2_048,
  dateLength: 64,
  listLength: 1_000,
} as const;

/**
 * A text as the JSON Schema tells it: no control character and none that changes direction, and one at least that shows. `textFault` knows more: marks, and
 * characters beyond the 65,536 first, which the dialects of expressions write in different ways.
 */
const REFUSED_IN_TEXT = String.raw`\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFB`;
const SHOWING_NOTHING = String.raw`\u0009-\u000D \u00A0\u00AD\u0300-\u036F\u061C\u115F\u1160\u1680\u180E\u2000-\u200F\u2028-\u202F\u205F-\u206F\u2800\u3000\u3164\uFE00-\uFE0F\uFEFF\uFFA0`;
const TEXT_PATTERN = `^[^${REFUSED_IN_TEXT}]*[^${REFUSED_IN_TEXT}${SHOWING_NOTHING}][^${REFUSED_IN_TEXT}]*$`;

/**
 * What a refinement says of a value it refuses, and what to do about it.
 * @param described whether the schema that is published says it, too (by `meta`): such a request is not as described (400), others a rule refuses (422)
 */
export const refusedFor = (message: string, remedy: string, { described = false } = {}) => ({ error: message, params: { remedy, described } });
/** The remedy that a refinement gives. */
export const remedyOf = ({ params }: z.core.$ZodIssueCustom): string | undefined => (typeof params?.['remedy'] === 'string' ? params['remedy'] : undefined);
/** Whether an issue is of a rule that the published schema does not say. */
export const isUndescribed = (issue: z.core.$ZodIssue): boolean => issue.code === 'custom' && issue.params?.['described'] !== true;

const described = { pattern: TEXT_PATTERN };
const AS_DESCRIBED = new RegExp(TEXT_PATTERN, 'u');
const held = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .overwrite(cleanText)
    .superRefine((value, context) => {
      const fault = textFault(value);
      if (fault) context.addIssue({ code: 'custom', message: TEXT_FAULTS[fault], params: { described: !AS_DESCRIBED.test(value) } });
    });
/** A text as stored or printed: composed, without stray characters of no width; see domain/model/plain-text.ts for what is refused. */
export const text = (max: number) => held(max).meta(described);
/** A text that is printed within a line, such as a name or a title: a line break in it becomes a space, because what follows could be taken for a line of ours. */
export const lineText = (max: number) => held(max).overwrite(inOneLine).meta(described);
/** A text that is only asked for, neither stored nor printed: any characters but NUL, which no text of a request may hold. */
export const plainText = z.string().regex(/^[^\u0000]*$/, TEXT_FAULTS.control);
/** The message of an issue about an address, by which the server finds what to say of it. */
export const STRAY_IN_ADDRESS = 'an address with white space, a backslash or characters that show nothing in it';
/** An address of http or https without a name or password in it. */
export const webAddress = z
  .url({ protocol: /^https?$/ })
  .max(LIMITS.urlLength)
  .refine((address) => !hasStrayCharacters(address), STRAY_IN_ADDRESS)
  .refine((address) => !hasCredentials(address), 'an address with a name or password in it');
export const shortText = lineText(LIMITS.nameLength);
export const longText = text(LIMITS.textLength);
const isReserved = (id: string) => (RESERVED_ENDS as readonly string[]).includes(id);
/** An id of ours: a slug, optionally `prefix:slug`; `unknown`, `none` and `value` are reserved. */
export const id = z
  .string()
  .max(LIMITS.idLength)
  .regex(ID_PATTERN, 'an id is [prefix:]slug of a-z 0-9 . _ ~ -')
  .refine((value) => !isReserved(value), refusedFor('is a reserved word', 'take another id', { described: true }))
  .meta({ not: { enum: [...RESERVED_ENDS] } });
/** The kinds of record that are written, changed and removed. */
export const recordKind = z.enum(RECORD_KINDS);
/** Ids of citations are digests; those of rival sets and identity decisions join the ids of their records. */
export const recordId = plainText.min(1).max(LIMITS.listLength * 10);
/** A subject: an entity id or `unknown`. */
export const subjectEnd = z.union([z.literal('unknown'), id]);
/** The code of a script (ISO 15924). */
export const script = z.string().regex(/^[A-Za-z]{4}$/, 'is no script: a script is four letters (ISO 15924)');
/** The characters of a language tag; which parts may follow each other no expression says. */
const TAG_PATTERN = /^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/;
/** A language as BCP 47 writes it: en, fa, az-Cyrl. */
export const languageTag = z
  .string()
  .min(2)
  .max(35)
  .superRefine((tag, context) => {
    if (isLanguageTag(tag)) return;
    context.addIssue({
      code: 'custom',
      message: 'is no language tag (BCP 47)',
      params: { remedy: 'write it as in en, fa or az-Cyrl', described: !TAG_PATTERN.test(tag) },
    });
  })
  .meta({ pattern: TAG_PATTERN.source });
export const langText = z.strictObject({ text: longText, lang: languageTag });
/** A text as an object; `quoted`: the source's own words, at most 15, found in its passage. */
export const objectText = langText.extend({ quoted: z.boolean().optional() });
/** An object: an entity id, `unknown`, `none`, `value`, or a text. */
export const objectEnd = z.union([z.literal('unknown'), z.literal('none'), z.literal('value'), id, objectText]);

export const entityType = z.enum(ENTITY_TYPES);
export const group = z.enum(GROUPS);
export const role = z.enum(ROLES);
export const qualifier = z.enum(QUALIFIERS);
export const end = z.enum(ENDS);
export const supportLevel = z.enum(SUPPORT_LEVELS);
export const level = z.enum([...SUPPORT_LEVELS, ...DISPUTE_LEVELS]);
export const basis = z.enum(BASES);
export const originBasis = z.enum(ORIGIN_BASES);
export const stance = z.enum(['supports', 'disputes']);

/** An EDTF level 1 date as written; its grammar is checked by the domain, which knows the bounds and what to write instead. */
export const edtfText = z.string().min(1).max(LIMITS.dateLength).meta({ pattern: EDTF_PATTERN.source });
/** The message of an issue about a list of alternative dates, by which the server finds what to say of it. */
export const ALTERNATIVES = 'a list of dates is one of alternatives, and has two at least';
export const dated = z.strictObject({ edtf: edtfText, basis });
/** The message of an issue about a date in a request, by which the server finds what to say of it. */
export const NO_DATE = 'is no date of this form';
const asked = (pattern: RegExp) => z.string().max(LIMITS.dateLength).regex(pattern, NO_DATE);
/** Beyond it a number would be rounded. */
const amountOf = z.number().min(-Number.MAX_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER);
export const quantity = z
  .strictObject({
    min: amountOf.optional(),
    max: amountOf.optional(),
    approx: z.boolean().optional(),
    unit: shortText.optional(),
    basis,
  })
  .refine((q) => q.min !== undefined || q.max !== undefined, refusedFor('needs min, max or both', 'give at least one of them'))
  .refine((q) => q.min === undefined || q.max === undefined || q.min <= q.max, refusedFor('min must not exceed max', 'write the smaller number as min'));
export const sentencePassed = z.strictObject({ text: shortText, basis });

/** What a name needs in an English sentence, where it cannot be told from its words. */
export const nameGrammar = { article: z.enum(ARTICLES).optional(), number: z.enum(GRAMMATICAL_NUMBERS).optional() };
export const name = z.strictObject({
  text: shortText,
  lang: languageTag,
  script: script.optional(),
  kind: z.enum(NAME_KINDS),
  sources: z.array(id).min(1).max(LIMITS.listLength).optional(),
  ...nameGrammar,
});
const stakeAs = z.enum(STAKE_AS);
export const stakeEntry = z.union([
  z.strictObject({ entity: id, as: stakeAs, why: longText }),
  z.strictObject({ scope: z.literal('all'), as: stakeAs, why: longText }),
]);
export const stake = z.union([z.literal('none'), z.literal('unclear'), z.array(stakeEntry).min(1)]);
export const textOf = z.strictObject({ source: id, how: z.enum(TEXT_OF_HOW) });
export const locator = z.union([
  z.strictObject({ paragraph: z.int().min(1).max(1_000_000) }),
  z.strictObject({ page: z.union([z.int().min(1).max(1_000_000), shortText]) }),
  z.strictObject({
    timecode: z.string().regex(/^\d{1,3}(:[0-5]\d){1,2}(\.\d{1,3})?$/, 'is no timecode'),
  }),
  z.strictObject({ record: shortText }),
]);
const character = z.int().min(0).max(Number.MAX_SAFE_INTEGER);
/** The exact words of a citation within its paragraph: characters of Unicode from the beginning of the paragraph, and the digest of that paragraph. */
export const passageMark = z
  .strictObject({ start: character, end: character, sha256: z.string().regex(/^[0-9a-f]{64}$/, 'is no SHA-256: it has 64 digits of 0-9 a-f') })
  .refine(
    (mark) => mark.start < mark.end,
    refusedFor('marks nothing: its end is not after its start', 'give the number of the character after the last as end'),
  );
export const standing = z.strictObject({
  level,
  by: id.optional(),
  on: dated.optional(),
  case: id.optional(),
});
export const outcome = z.enum(OUTCOMES);
export const stage = z.enum(STAGES);
export const decision = z.enum(DECISIONS);
export const predicateForms = z.strictObject({
  finite: shortText,
  infinitive: shortText,
  passive: shortText,
  noun: shortText,
  base: shortText.optional(),
  plural: shortText.optional(),
  inPlot: shortText.optional(),
  ofSeveral: shortText.optional(),
  blamedFor: z.literal('object').optional(),
});
export const predicateTakes = z.array(z.enum([...ENTITY_TYPES, ...VALUE_KINDS])).min(1);

/** A clock's date: EDTF level 1 with a last day, or an instant for `recorded`. */
export const dates = z.strictObject({
  happened: asked(CLOCK_PATTERN).optional(),
  published: asked(CLOCK_PATTERN).optional(),
  recorded: asked(RECORDED_PATTERN).optional(),
  firmOnly: z.boolean().optional(),
});
/** Most ids of one kind that are struck at once. */
const STRUCK_MOST = 200;
const struckIds = z.array(id).max(STRUCK_MOST, beyond('struck', STRUCK_MOST));
/** What is struck from the case, as if it had not been said (what-if). */
const struck = z.strictObject({ sources: struckIds.optional(), voices: struckIds.optional(), claims: struckIds.optional(), datasets: struckIds.optional() });
/** At which dates, and without what, a request looks at the case. */
export const clocks = dates.extend({ without: struck.optional() });
const ids = z.array(id).max(LIMITS.listLength, beyond('listLength', LIMITS.listLength));
export const selector = z
  .strictObject({
    ids: ids.min(1).optional(),
    role: role.optional(),
    type: entityType.optional(),
    savedSet: id.optional(),
  })
  .refine(
    (s) => Object.values(s).some((v) => v !== undefined),
    refusedFor('needs ids, role, type or savedSet', 'give one of them at least', { described: true }),
  )
  .meta({ minProperties: 1 });
const figure = z.int().min(0).max(1_000_000);
/** The schema of what each filter of claims takes. */
const filterValue: { readonly [T in FilterTakes]: z.ZodType<FilterValues[T]> } = {
  level: supportLevel,
  count: figure,
  flag: z.boolean(),
  date: asked(EDTF_PATTERN),
  groups: z.array(group),
  types: z.array(entityType),
  predicates: ids,
  entities: ids,
  sources: ids,
  voices: ids,
  datasets: ids,
};
type FilterShape = { [Name in FilterName]: z.ZodOptional<z.ZodType<FilterValues[(typeof CLAIM_FILTERS)[Name]['takes']]>> };
export const claimFilter = z.strictObject(Object.fromEntries(FILTER_ROWS.map(({ name, takes }) => [name, filterValue[takes].optional()])) as FilterShape);
export const TRACE_LIMITS = { maxHops: 8, slack: 4, degreeLimit: 100_000, paths: DEFAULT_SWITCHES.most, mustPass: 8 } as const;
export const traceSwitches = z.strictObject({
  throughTypes: z.array(z.enum(WITHHELD_TYPES)).optional(),
  throughGeneric: z.boolean().optional(),
  throughAggregate: z.boolean().optional(),
  groups: z.array(z.enum(WITHHELD_GROUPS)).optional(),
  degreeLimit: z.int().min(1).max(TRACE_LIMITS.degreeLimit, beyond('degreeLimit', TRACE_LIMITS.degreeLimit)).optional(),
  maxHops: z.int().min(1).max(TRACE_LIMITS.maxHops, beyond('maxHops', TRACE_LIMITS.maxHops)).optional(),
  slack: z.int().min(0).max(TRACE_LIMITS.slack, beyond('slack', TRACE_LIMITS.slack)).optional(),
  order: z.enum(['weakest-hop', 'hops']).optional(),
  most: z
    .int()
    .min(1)
    .max(TRACE_LIMITS.paths, beyond('tracePaths', TRACE_LIMITS.paths))
    .optional()
    .meta({ description: 'The most paths that are given, the best ones.' }),
  standingAtLeast: supportLevel.optional(),
  uninvolvedAtLeast: figure.optional(),
  originsAtLeast: figure.optional(),
  uncontested: z.boolean().optional().meta({ description: 'Only claims that nothing contests count as hops.' }),
  mustPass: z
    .array(id)
    .max(TRACE_LIMITS.mustPass, beyond('mustPass', TRACE_LIMITS.mustPass))
    .optional()
    .meta({ description: 'Every path holds all of these entities.' }),
  mustAvoid: ids.optional().meta({ description: 'No path holds any of these entities.' }),
  datasets: ids.optional().meta({ description: 'Only claims that one of these datasets holds count as hops; left out or empty: of any dataset.' }),
});
