/**
 * Finds the plain form of an English verb ("hire") from its past participle ("hired"). Sentences with flags need the plain form ("attempted to hire"), which
 * the forms of a predicate do not contain.
 */

const IRREGULAR: Readonly<Record<string, string>> = {
  been: 'be',
  begun: 'begin',
  born: 'be born',
  bought: 'buy',
  broken: 'break',
  brought: 'bring',
  built: 'build',
  caught: 'catch',
  chosen: 'choose',
  come: 'come',
  cut: 'cut',
  dealt: 'deal',
  done: 'do',
  drawn: 'draw',
  driven: 'drive',
  fallen: 'fall',
  felt: 'feel',
  fled: 'flee',
  fought: 'fight',
  found: 'find',
  forbidden: 'forbid',
  flown: 'fly',
  given: 'give',
  gone: 'go',
  had: 'have',
  heard: 'hear',
  held: 'hold',
  hidden: 'hide',
  hit: 'hit',
  kept: 'keep',
  known: 'know',
  laid: 'lay',
  led: 'lead',
  left: 'leave',
  lent: 'lend',
  let: 'let',
  lost: 'lose',
  made: 'make',
  meant: 'mean',
  met: 'meet',
  paid: 'pay',
  put: 'put',
  read: 'read',
  risen: 'rise',
  run: 'run',
  overseen: 'oversee',
  said: 'say',
  seen: 'see',
  sent: 'send',
  set: 'set',
  shot: 'shoot',
  shown: 'show',
  sold: 'sell',
  sought: 'seek',
  spent: 'spend',
  spoken: 'speak',
  spread: 'spread',
  stood: 'stand',
  stolen: 'steal',
  struck: 'strike',
  sworn: 'swear',
  taken: 'take',
  taught: 'teach',
  thrown: 'throw',
  told: 'tell',
  undertaken: 'undertake',
  understood: 'understand',
  won: 'win',
  withdrawn: 'withdraw',
  worn: 'wear',
  written: 'write',
  died: 'die',
  lied: 'lie',
  tied: 'tie',
  vied: 'vie',
};
/** Stems (the participle without "ed") for which the rules below would add or leave out an "e" wrongly. */
const WITH_E = new Set([
  'invit',
  'extradit',
  'expedit',
  'incit',
  'unit',
  'ignit',
  'recit',
  'persuad',
  'dissuad',
  'explor',
  'ignor',
  'restor',
  'stor',
  'interfer',
  'adher',
  'conven',
  'interven',
  'postpon',
  'delet',
  'complet',
  'welcom',
  'creat',
  'chang',
  'challeng',
  'reveng',
  'aveng',
]);
const WITHOUT_E = new Set([
  'target',
  'pilot',
  'benefit',
  'visit',
  'limit',
  'audit',
  'edit',
  'exploit',
  'credit',
  'murmur',
  'focus',
  'bias',
  'combat',
  'format',
  'develop',
  'envelop',
  'gallop',
  'open',
  'destin',
  'abandon',
]);
const DOUBLED = new Set(['install', 'recall', 'enroll', 'add', 'err', 'purr', 'ebb', 'odd']);

/** The plain form of a past participle; returned as it is where no rule applies. */
export function baseOfParticiple(participle: string): string {
  const known = IRREGULAR[participle];
  if (known !== undefined) return known;
  const hyphen = participle.lastIndexOf('-');
  if (hyphen >= 0) return participle.slice(0, hyphen + 1) + baseOfParticiple(participle.slice(hyphen + 1));
  if (!participle.endsWith('ed') || participle.length < 4) return participle;
  const stem = participle.slice(0, -2);
  if (stem.endsWith('i')) return `${stem.slice(0, -1)}y`;
  if (DOUBLED.has(stem)) return stem;
  const doubled = /([bdfgklmnprtvz])\1$/.exec(stem)?.[1];
  if (doubled !== undefined) return isDoubledBySpelling(stem, doubled) ? stem.slice(0, -1) : stem;
  return takesE(stem) ? `${stem}e` : stem;
}

/** The last consonant of "planned" and "controlled" is doubled by spelling; that of "killed" and "called" belongs to the verb. */
function isDoubledBySpelling(stem: string, consonant: string): boolean {
  if (consonant === 'l') return syllables(stem) > 1;
  return consonant !== 'f' && consonant !== 'z';
}

function takesE(stem: string): boolean {
  if (WITH_E.has(stem)) return true;
  if (WITHOUT_E.has(stem)) return false;
  if (/[vuz]$|[^s]s$/.test(stem) && !/(?:[aeo]w|[^q]ou)$/.test(stem)) return !/(?:[aeiou]{2}u)$/.test(stem);
  if (/c$|dg$|[lr]g$|[aeiou]ng$/.test(stem)) return !/(?:long|bang|hang|belong|prolong|attack)$/.test(stem);
  if (/[bcdfgkpt]l$/.test(stem)) return true;
  if (!/[^aeiou][aeiouy][^aeiouwxy]$|^[aeiou][^aeiouwxy]$/.test(stem) && !/(?:ci|cre|vi|i)at$|^[aeiou][^aeiouwxy]$|qu[aeiou][^aeiouwxy]$/.test(stem))
    return false;
  // One vowel and one consonant at the end: a stressed verb without "e" would have doubled the consonant, so this one has an "e".
  return syllables(stem) === 1 || /(?:at|id|ad|od|ud|ak|ok|ik|ut|ot|ap|op|ar|ir|ur|in|il|im|um|ul|ib|ub|ag|ig|ec|ed|eg|as)$/.test(stem);
}

function syllables(stem: string): number {
  return stem.match(/[aeiouy]+/g)?.length ?? 0;
}
