/** Turns zod issues of a curated file or a request into sentences one can act on: what was expected, what was found, and what to write instead. */
import { z } from 'zod';
import { dateFault } from '../domain/dates/clock-faults.ts';
import { nearestId } from '../domain/importing/nearest-id.ts';
import { type Problem, pointerOf } from '../domain/model/errors.ts';
import { TEXT_FAULTS } from '../domain/model/plain-text.ts';
import { limitNamed } from './named-limit.ts';
import { commaParts } from './parts.ts';
import { ALTERNATIVES, dated, id, NO_DATE, remedyOf, STRAY_IN_ADDRESS } from './records.ts';

type Issue = z.core.$ZodIssue;
type Schema = z.core.$ZodType;
interface Scope {
  schema: Schema;
  value: unknown;
  path: PropertyKey[];
}

/**
 * One problem for each fault, with a pointer and no line (see `locateProblems`). For a union the problem is that of the branch that fits best; where several
 * fit equally it lists what is allowed. Each is made when it is asked for: one object may have very many faults. Codes: `missing-field`, `unknown-field`, `wrong-type`, `not-allowed-value`, `invalid-id`, `reserved-id`,
 * `string-too-long`, `list-too-long`, `list-too-short`, `blank-text`, `out-of-range`, `beyond-limit`, `invalid-date`, `invalid-format`, `invalid-value`.
 */
export function* describeIssues(issues: readonly Issue[], schema: Schema, value: unknown): Generator<Problem> {
  const told = new Set<string>();
  for (const problem of problemsOf(issues, { schema, value, path: [] })) {
    // One problem for each place: an empty text, for example, is also blank.
    const key = problem.pointer ?? '';
    if (told.has(key)) continue;
    told.add(key);
    yield problem;
  }
}

/** Of texts that have not the form asked for: what to write, by the message. */
const FORMS: Readonly<Record<string, string>> = {
  'is no timecode': 'write it as [h:]mm:ss, as in 1:02:03',
  'is no digest of a stored view': 'take the 64 digits that storing the view was answered with',
  'is no pair of ids': 'write the two ids with a space between',
  'is no id of a group': 'write it like g1',
};
/** Of texts and addresses that are refused for what they hold: code and remedy, by the message. */
export const TEXT_REMEDIES: Readonly<Record<string, Pick<Problem, 'code' | 'remedy'>>> = {
  [TEXT_FAULTS.blank]: { code: 'blank-text', remedy: 'write characters that show, or leave the field out' },
  [TEXT_FAULTS.control]: { code: 'control-characters', remedy: 'take them out' },
  [TEXT_FAULTS.direction]: {
    code: 'direction-characters',
    remedy: 'take out U+202A to U+202E and U+2066 to U+2069: the scripts have their direction without them',
  },
  [TEXT_FAULTS.tags]: { code: 'tag-characters', remedy: 'take out U+E0000 to U+E00FF and U+E01F0 to U+E0FFF; in flags of emoji they may stay' },
  [TEXT_FAULTS.annotation]: { code: 'annotation-characters', remedy: 'take out U+FFF9 to U+FFFB, and write what they annotate in brackets' },
  [STRAY_IN_ADDRESS]: { code: 'address-with-stray-characters', remedy: 'take them out; where one belongs to the address, write it as %20 or %5C' },
  'an address with a name or password in it': { code: 'address-with-password', remedy: 'take out what stands before the @' },
};

/** What to do where nothing closer is known. */
const AS_DESCRIBED = 'write it as its description says (/api/docs, or the JSON Schema of the format)';
const A_DATE = 'a date like 2022, 2022-07 or 2022-07-28';

function wrongType(schemas: readonly Schema[], value: unknown, pointer: string, expected = describeAll(schemas)): Problem {
  const remedy = typeof value === 'string' && isDated(schemas) ? asDated(value) : `write ${expected}`;
  return { code: 'wrong-type', message: `expected ${expected}, found ${found(value)}`, remedy, pointer };
}

/** A message that begins with what the value is not, with the value before it. */
const quoting = (message: string, value: unknown): string => (message.startsWith('is no ') ? `${found(value)} ${message}` : message);

const isDated = (schemas: readonly Schema[]) => schemas.map(unwrap).flatMap(spread).includes(dated);

/** What to write for a date that is given as a text alone. */
function asDated(text: string): string {
  return dateFault('date', text) === undefined
    ? `write { "edtf": ${JSON.stringify(text)}, "basis": "stated" }`
    : `write { "edtf": …, "basis": … }, with ${A_DATE}`;
}

function invalidFormat(issue: z.core.$ZodIssueInvalidStringFormat, value: unknown, pointer: string): Problem {
  const code = 'invalid-format';
  if (issue.format === 'url')
    return { code, message: `${found(value)} is not an http or https address`, remedy: 'write the whole address, as in https://example.org/page', pointer };
  const form = quoting(issue.message.startsWith('is no ') ? issue.message : 'is no text of the form expected here', value);
  return { code, message: form, remedy: FORMS[issue.message] ?? `write a text that matches ${issue.pattern ?? 'its description'}`, pointer };
}

function* problemsOf(issues: readonly Issue[], scope: Scope): Generator<Problem> {
  for (const issue of issues) yield* problemOf(issue, scope);
}

function problemOf(issue: Issue, scope: Scope): Iterable<Problem> {
  const path = [...scope.path, ...issue.path];
  const pointer = pointerOf(path);
  const value = valueAt(scope.value, issue.path);
  const schemas = schemasAt([scope.schema], issue.path);
  const field = String(path.at(-1) ?? 'the file');
  const missing = (): Problem => ({
    code: 'missing-field',
    message: `the field ${JSON.stringify(field)} is missing`,
    remedy: `expected ${describeAll(schemas)}`,
    pointer,
  });
  switch (issue.code) {
    case 'invalid_type':
      if (value === undefined) return [missing()];
      return [wrongType(schemas, value, pointer, issue.expected === 'int' ? 'a whole number' : undefined)];
    case 'invalid_value':
      if (value === undefined) return [missing()];
      return [notAllowed(value, issue.values.map(String), pointer)];
    case 'unrecognized_keys':
      return unknownFields(issue.keys, [...new Set(schemas.flatMap(fieldsOf))], pointer);
    case 'invalid_union':
      return value === undefined ? [missing()] : unionProblems(issue, schemas, value, path, pointer);
    case 'too_big':
      return [tooBig(issue, pointer)];
    case 'too_small':
      return [tooSmall(issue, value, pointer)];
    case 'invalid_format':
      if (issue.message.startsWith('an id'))
        return [
          {
            code: 'invalid-id',
            message: `${found(value)} is no id`,
            remedy: 'an id is a slug of a-z 0-9 . _ ~ -, at most 96 long, optionally with a prefix and a colon',
            pointer,
          },
        ];
      if (issue.message === NO_DATE)
        return [{ code: 'invalid-date', message: `${found(value)} ${NO_DATE}`, remedy: `write ${A_DATE}`, ...dateFault(field, String(value)), pointer }];
      return [invalidFormat(issue, value, pointer)];
    case 'custom':
      if (issue.message === 'is a reserved word')
        return [{ code: 'reserved-id', message: `${found(value)} is a reserved word and no id`, remedy: remedyOf(issue) ?? AS_DESCRIBED, pointer }];
      return [
        { code: 'invalid-value', message: quoting(issue.message, value), remedy: remedyOf(issue) ?? AS_DESCRIBED, pointer, ...TEXT_REMEDIES[issue.message] },
      ];
    default:
      return [{ code: 'invalid-value', message: issue.message, remedy: AS_DESCRIBED, pointer }];
  }
}

function* unknownFields(keys: readonly string[], fields: readonly string[], pointer: string): Generator<Problem> {
  for (const key of keys) {
    const near = nearestId(key, fields);
    yield {
      code: 'unknown-field',
      message: `${found(key)} is not a field here`,
      remedy: near === undefined ? `the fields are ${fields.join(', ')}` : `did you mean ${JSON.stringify(near)}?`,
      pointer: `${pointer}${pointerOf([key])}`,
    };
  }
}

function notAllowed(value: unknown, allowed: readonly string[], pointer: string): Problem {
  const near = typeof value === 'string' ? nearestId(value, allowed) : undefined;
  const quoted = allowed.map((word) => JSON.stringify(word));
  return {
    code: 'not-allowed-value',
    message: `expected ${either(quoted)}, found ${found(value)}`,
    remedy: near === undefined ? (quoted.length === 1 ? `write ${quoted[0]}` : 'write one of these') : `did you mean ${JSON.stringify(near)}?`,
    pointer,
  };
}

function tooBig(issue: z.core.$ZodIssueTooBig, pointer: string): Problem {
  // A limit of the API names itself.
  if (limitNamed(issue.message) !== undefined) return { code: 'beyond-limit', message: issue.message, remedy: 'ask for less, or in parts', pointer };
  if (issue.origin === 'string')
    return { code: 'string-too-long', message: `the text is longer than the limit of ${issue.maximum} characters`, remedy: 'shorten it', pointer };
  if (issue.origin === 'array')
    return { code: 'list-too-long', message: `the list is longer than the limit of ${issue.maximum} items`, remedy: 'split it', pointer };
  return { code: 'out-of-range', message: `the number is more than ${issue.maximum}`, remedy: `write at most ${issue.maximum}`, pointer };
}

function tooSmall(issue: z.core.$ZodIssueTooSmall, value: unknown, pointer: string): Problem {
  if (issue.origin === 'string')
    return {
      code: 'blank-text',
      message: issue.minimum === 1 ? 'the text is empty' : `the text is shorter than ${issue.minimum} characters`,
      remedy: 'write it, or leave the field out',
      pointer,
    };
  if (issue.message === ALTERNATIVES) {
    const isOne = Array.isArray(value) && value.length === 1;
    const remedy = isOne
      ? 'write the one date alone, without a list: { "edtf": …, "basis": … }'
      : 'leave the field out, or write the date: { "edtf": …, "basis": … }';
    return { code: 'list-too-short', message: issue.message, remedy, pointer };
  }
  if (issue.origin === 'array')
    return {
      code: 'list-too-short',
      message: `the list needs at least ${issue.minimum} item${issue.minimum === 1 ? '' : 's'}`,
      remedy: 'add to it, or leave the field out',
      pointer,
    };
  return { code: 'out-of-range', message: `the number is less than ${issue.minimum}`, remedy: `write at least ${issue.minimum}`, pointer };
}

function unionProblems(
  issue: z.core.$ZodIssueInvalidUnion,
  schemas: readonly Schema[],
  value: unknown,
  path: PropertyKey[],
  pointer: string,
): Iterable<Problem> {
  const union = schemas.find((schema): schema is z.ZodUnion => schema instanceof z.ZodUnion);
  const options = union?.options ?? [];
  const branches = issue.errors
    .map((errors, i) => ({ errors, option: options[i] }))
    .filter((branch): branch is { errors: Issue[]; option: Schema } => branch.option !== undefined && !branch.errors.some(isOfOtherKind))
    .map((branch) => ({ ...branch, misfit: misfitOf(branch.errors, value) }));
  const least = Math.min(...branches.map((branch) => branch.misfit));
  const best = branches.filter((branch) => branch.misfit === least);
  const [only] = best;
  if (only && best.length === 1) return problemsOf(only.errors, { schema: only.option, value, path });
  const discriminator = 'discriminator' in issue && typeof issue.discriminator === 'string' ? issue.discriminator : undefined;
  if (issue.errors.length === 0 && discriminator !== undefined && 'options' in issue && Array.isArray(issue.options)) {
    if (valueAt(value, [discriminator]) === undefined && path.at(-1) !== discriminator)
      return [
        {
          code: 'missing-field',
          message: `the field ${JSON.stringify(discriminator)} is missing`,
          remedy: `expected ${either(issue.options.map((o) => JSON.stringify(o)))}`,
          pointer,
        },
      ];
    return [notAllowed(value, issue.options.map(String), pointer)];
  }
  if (best.length === 0 && typeof value === 'string' && !isDated(options)) {
    const words = options.flatMap((option) => (option instanceof z.ZodLiteral ? [...option.values].map(String) : []));
    const near = nearestId(value, words);
    return [
      {
        code: 'not-allowed-value',
        message: `expected ${describeAll(options)}, found ${found(value)}`,
        remedy: near === undefined ? 'write one of these' : `did you mean ${JSON.stringify(near)}?`,
        pointer,
      },
    ];
  }
  // Forms of which the text has none, such as those of a date.
  const formats = best.map(({ errors }) => errors[0]);
  if (only && formats.every((format) => format?.code === 'invalid_format' && format.message === only.errors[0]?.message))
    return problemsOf(only.errors, { schema: only.option, value, path });
  return [wrongType(best.length > 0 ? best.map((b) => b.option) : options, value, pointer)];
}

/** Whether the value has another type than the branch requires. */
function isOfOtherKind(issue: Issue): boolean {
  return issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value');
}

/** How badly a value fits a branch: the number of missing and unknown fields. */
function misfitOf(errors: readonly Issue[], value: unknown): number {
  return errors.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : valueAt(value, issue.path) === undefined ? 1 : 0), 0);
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value;
  for (const step of path) {
    // A list of a query string was taken apart before its items were checked.
    if (typeof at === 'string' && typeof step === 'number') at = commaParts(at)[step];
    else if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    else at = Reflect.get(at, step);
  }
  return at;
}

/** The schemas allowed at a path; several below a union. */
function schemasAt(schemas: readonly Schema[], path: readonly PropertyKey[]): Schema[] {
  let at = schemas.map(unwrap);
  for (const step of path) {
    at = at.flatMap(spread).flatMap((schema): Schema[] => {
      const below =
        schema instanceof z.ZodObject
          ? schema.shape[String(step)]
          : schema instanceof z.ZodArray
            ? schema.element
            : schema instanceof z.ZodTuple
              ? schema.def.items[Number(step)]
              : schema instanceof z.ZodRecord
                ? schema.valueType
                : undefined;
      return below === undefined ? [] : [unwrap(below)];
    });
  }
  return at;
}

/** The schema of what may be written: without defaults, and of two in a row the one that checks the value. */
function unwrap(schema: Schema): Schema {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) return unwrap(schema.unwrap());
  if (schema instanceof z.ZodPipe) return unwrap(schema.in instanceof z.ZodTransform || schema.out instanceof z.ZodArray ? schema.out : schema.in);
  return schema;
}

function spread(schema: Schema): Schema[] {
  return schema instanceof z.ZodUnion ? schema.options.map(unwrap).flatMap(spread) : [schema];
}

/** The fields that an object of this schema may have; of a union, those of each of its objects. */
export function fieldsOf(schema: Schema): string[] {
  return spread(unwrap(schema)).flatMap((one) => (one instanceof z.ZodObject ? Object.keys(one.shape) : []));
}

function describeAll(schemas: readonly Schema[]): string {
  const described = [...new Set(schemas.flatMap(spread).map(describe))];
  return described.length === 0 ? 'something else' : either(described);
}

function describe(schema: Schema): string {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodLiteral) return either([...inner.values].map((value) => JSON.stringify(value)));
  if (inner instanceof z.ZodEnum) return either(inner.options.map((option) => JSON.stringify(option)));
  if (inner === id) return 'an id';
  if (inner instanceof z.ZodURL) return 'an address';
  if (inner instanceof z.ZodISODate) return A_DATE;
  if (inner instanceof z.ZodString || inner instanceof z.ZodStringFormat) return 'a text';
  if (inner instanceof z.ZodNumber) return inner.isInt ? 'a whole number' : 'a number';
  if (inner instanceof z.ZodBoolean) return 'true or false';
  if (inner instanceof z.ZodArray || inner instanceof z.ZodTuple) return 'a list';
  if (inner instanceof z.ZodObject) {
    const required = Object.entries(inner.shape).flatMap(([key, field]) => (field instanceof z.ZodOptional ? [] : [`"${key}": …`]));
    return required.length === 0 ? 'an object' : `{ ${required.join(', ')} }`;
  }
  return 'an object';
}

/** A value as a message names it; a long text is cut. */
export function found(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'string') return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
  if (typeof value === 'object')
    return `an object with ${
      Object.keys(value)
        .slice(0, 5)
        .map((key) => JSON.stringify(key))
        .join(', ') || 'no fields'
    }`;
  return String(value);
}

function either(words: readonly string[]): string {
  return words.length <= 1 ? (words[0] ?? 'nothing') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
