/** The arguments of `npm run trace`: what each is called on the command line, and the question to the API that they make. */
import { Command, InvalidArgumentError, Option } from 'commander';
import type { z } from 'zod';
import { describeIssues } from '../../server/contract/describe-issues.ts';
import { ROUTES } from '../../server/contract/routes.ts';
import { AppError, type Problem } from '../../server/domain/model/errors.ts';
import { SUPPORT_LEVELS, WITHHELD_GROUPS, WITHHELD_TYPES } from '../../server/domain/model/lists.ts';
import type { Clocks, TraceSwitches } from '../../server/domain/model/questions.ts';
import { terminalLines } from '../lib/terminal-text.ts';

export type TraceBody = z.infer<(typeof ROUTES.tracePaths)['body']>;
type Side = 'from' | 'to';
/** The entities of a side, or of a switch, as they were typed: ids or names. */
export type Words = Record<Side | 'mustPass' | 'mustAvoid', string[]>;
export interface TraceArguments {
  words: Words;
  /** What the sides are asked for besides. */
  besides: Record<Side, { role?: string; type?: string; savedSet?: string }>;
  switches: Omit<TraceSwitches, 'mustPass' | 'mustAvoid'>;
  clocks?: Clocks;
  /** What is struck, as it was typed: "voice:" and an id or a name. */
  strike: string[];
  json: boolean;
}

type Taken = 'number' | 'list' | 'flag' | 'text';
/** Every switch but those that name entities, by its name in the API: what it is called here, and what is written after it. */
const SWITCHES: Partial<Record<keyof TraceArguments['switches'], { flag: string; takes: Taken; hint?: string; about: string }>> = {
  standingAtLeast: {
    flag: '--standing',
    takes: 'text',
    hint: 'level',
    about: `only claims that stand as high or higher are hops: ${SUPPORT_LEVELS.join(', ')}`,
  },
  uninvolvedAtLeast: { flag: '--uninvolved', takes: 'number', about: 'only claims with as many uninvolved origins' },
  originsAtLeast: { flag: '--origins', takes: 'number', about: 'only claims with as many origins' },
  uncontested: { flag: '--uncontested', takes: 'flag', about: 'only claims that nothing contests' },
  datasets: { flag: '--datasets', takes: 'list', hint: 'a,b', about: 'only claims of these datasets' },
  throughTypes: { flag: '--through', takes: 'list', hint: 'types', about: `also through entities of these types: ${WITHHELD_TYPES.join(', ')}` },
  throughGeneric: { flag: '--through-generic', takes: 'flag', about: 'also through generic entities' },
  throughAggregate: { flag: '--through-aggregate', takes: 'flag', about: 'also through aggregates' },
  groups: { flag: '--groups', takes: 'list', hint: 'groups', about: `also by claims of these groups: ${WITHHELD_GROUPS.join(', ')}` },
  degreeLimit: { flag: '--degree-limit', takes: 'number', about: 'through no entity with more segments' },
  maxHops: { flag: '--max-hops', takes: 'number', about: 'the most hops of a path' },
  slack: { flag: '--slack', takes: 'number', about: 'how many hops longer than the shortest a path may be' },
  order: { flag: '--order', takes: 'text', hint: 'order', about: 'weakest-hop (the firmest first) or hops (the shortest first)' },
  most: { flag: '--most', takes: 'number', about: 'the most paths that are given' },
};
const SWITCH_ROWS = Object.entries(SWITCHES).map(([name, row]) => ({ name: name as keyof TraceArguments['switches'], ...row }));
/** What the other fields of the question are called here, by the beginning of their pointer. */
const OTHER_FLAGS: Readonly<Record<string, string>> = {
  '/switches/mustPass': '--must-pass',
  '/switches/mustAvoid': '--must-avoid',
  ...Object.fromEntries((['from', 'to'] as const).flatMap((side) => sideFlags(side).map(({ field, flag }) => [`/${side}/${field}`, flag]))),
  '/from': '--from',
  '/to': '--to',
  '/clocks/happened': '--happened',
  '/clocks/published': '--published',
  '/clocks/recorded': '--recorded',
  '/clocks/without': '--strike',
};

function sideFlags(side: Side) {
  return [
    { field: 'role', flag: `--${side}-role` },
    { field: 'type', flag: `--${side}-type` },
    { field: 'savedSet', flag: `--${side}-set` },
  ] as const;
}

/** The option that a place in the question comes from; undefined where it has none. */
export function flagOf(pointer: string): string | undefined {
  const ofSwitch = SWITCH_ROWS.find(({ name }) => pointer === `/switches/${name}` || pointer.startsWith(`/switches/${name}/`));
  return ofSwitch?.flag ?? Object.entries(OTHER_FLAGS).find(([place]) => pointer === place || pointer.startsWith(`${place}/`))?.[1];
}

/** @throws CommanderError for an option that is not known, that lacks its value, or for help that was asked for */
export function readTraceArguments(argv: readonly string[]): TraceArguments {
  const each = (value: string, all: string[]): string[] => [...all, value];
  const words = (flags: string, about: string) => new Option(flags, about).argParser(each).default([], 'none');
  const command = new Command('trace')
    .description('How one end is linked to another: the best paths as prose with footnotes and their weakest hop, or "not linked" with what was searched.')
    .addOption(words('--from <id or name>', 'where paths begin; may be repeated, as the next'))
    .addOption(words('--to <id or name>', 'where paths end'));
  for (const side of ['from', 'to'] as const) {
    const end = side === 'from' ? 'begin' : 'end';
    command
      .option(`--${side}-role <role>`, `paths ${end} at whoever has this role in a plot`)
      .option(`--${side}-type <type>`, `paths ${end} at entities of this type`)
      .option(`--${side}-set <id>`, `paths ${end} at the entities of this saved set`);
  }
  command
    .addOption(words('--must-pass <id or name>', 'every path passes this entity; may be repeated'))
    .addOption(words('--must-avoid <id or name>', 'no path passes this entity; may be repeated'));
  for (const { flag, takes, hint, about } of SWITCH_ROWS) command.addOption(optionOf(flag, takes, hint, about));
  const options = command
    .option('--happened <date>', 'as it happened by this date (EDTF)')
    .option('--published <date>', 'as it was published by this date')
    .option('--recorded <date>', 'as it was recorded at this date')
    .option('--firm-only', 'without what is undated, or may be later')
    .addOption(words('--strike <what>', 'as if it had said nothing: voice:, source:, claim: or dataset: with an id or a name; may be repeated'))
    .option('--json', 'print the answer of the API, and nothing else', false)
    .addHelpText('after', '\nExit codes: 0 linked, 1 not linked, 2 the question could not be answered.')
    .configureOutput({ outputError: (said, write) => write(terminalLines(said)) })
    .exitOverride()
    .parse(argv, { from: 'user' })
    .opts<Record<string, unknown>>();
  const text = (key: string) => options[key] as string | undefined;
  const side = (name: Side) => present({ role: text(`${name}Role`), type: text(`${name}Type`), savedSet: text(`${name}Set`) });
  const besides = { from: side('from'), to: side('to') };
  const given = options as { from: string[]; to: string[]; mustPass: string[]; mustAvoid: string[]; strike: string[]; json: boolean };
  for (const name of ['from', 'to'] as const) {
    if (given[name].length === 0 && Object.keys(besides[name]).length === 0)
      command.error(
        `error: say where paths ${name === 'from' ? 'begin' : 'end'}: --${name} with an id or a name, --${name}-role, --${name}-type or --${name}-set.`,
      );
  }
  const dates = present({ happened: text('happened'), published: text('published'), recorded: text('recorded') });
  if (options.firmOnly === true && Object.keys(dates).length === 0)
    command.error('error: --firm-only leaves out what may be later than a date: give --happened, --published or --recorded with it.');
  return {
    words: { from: given.from, to: given.to, mustPass: given.mustPass, mustAvoid: given.mustAvoid },
    besides,
    switches: present(Object.fromEntries(SWITCH_ROWS.map(({ name, flag }) => [name, options[keyOf(flag)]]))),
    ...(Object.keys(dates).length > 0 ? { clocks: { ...dates, ...(options.firmOnly === true ? { firmOnly: true } : {}) } } : {}),
    strike: given.strike,
    json: given.json,
  };
}

/** As commander calls it. */
const keyOf = (flag: string): string => flag.slice(2).replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
const present = <T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };

function optionOf(flag: string, takes: Taken, hint: string | undefined, about: string): Option {
  if (takes === 'flag') return new Option(flag, about);
  const option = new Option(`${flag} <${hint ?? 'number'}>`, about);
  if (takes === 'list') return option.argParser((given: string) => given.split(',').map((part) => part.trim()));
  return takes === 'number' ? option.argParser(wholeNumber) : option;
}

function wholeNumber(given: string): number {
  if (!/^\d{1,9}$/.test(given)) throw new InvalidArgumentError('write a whole number.');
  return Number(given);
}

/**
 * The question, with the ids that the typed words mean.
 * @throws AppError `invalid` for what the API would not take; each problem names the option
 */
export function traceBody({ besides, switches, clocks }: Pick<TraceArguments, 'besides' | 'switches' | 'clocks'>, ids: Words): TraceBody {
  const selector = (side: Side) => ({ ...(ids[side].length > 0 ? { ids: ids[side] } : {}), ...besides[side] });
  const value = {
    from: selector('from'),
    to: selector('to'),
    switches: {
      ...switches,
      ...(ids.mustPass.length > 0 ? { mustPass: ids.mustPass } : {}),
      ...(ids.mustAvoid.length > 0 ? { mustAvoid: ids.mustAvoid } : {}),
    },
    ...(clocks ? { clocks } : {}),
  };
  const parsed = ROUTES.tracePaths.body.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = [...describeIssues(parsed.error.issues, ROUTES.tracePaths.body, value)];
  throw new AppError('invalid', problems.map(problemWords).join('. '), { problems });
}

const problemWords = ({ pointer = '', message, remedy }: Problem): string => `${flagOf(pointer) ?? pointer}: ${message}; ${remedy}`;
