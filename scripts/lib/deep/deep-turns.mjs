/** Divides the deep runs into turns of about the same length, so that a check of every commit need not run all of them. */

/** Seconds that a run takes on two idle cores, where that is much; any other takes about `USUAL`. */
const SECONDS = {
  workbench: 550,
  'by-forms': 480,
  contract: 330,
  'contract-requests': 400,
  'crash-imports': 285,
  formats: 280,
  'crash-changes': 180,
  sequences: 300,
  scale: 130,
};
const USUAL = 90;
export const TURNS = 5;

/**
 * Which turn each run has: the longest first, each in the turn that is shortest so far. Every run is in one.
 * @param {readonly string[]} names
 * @returns {string[][]}
 */
export function turnsOf(names) {
  const secondsOf = (name) => SECONDS[name] ?? USUAL;
  const turns = Array.from({ length: TURNS }, () => ({ names: [], seconds: 0 }));
  for (const name of [...names].sort((a, b) => secondsOf(b) - secondsOf(a) || (a < b ? -1 : 1))) {
    const shortest = turns.reduce((least, turn) => (turn.seconds < least.seconds ? turn : least));
    shortest.names.push(name);
    shortest.seconds += secondsOf(name);
  }
  return turns.map((turn) => turn.names);
}

/**
 * The turn of a commit.
 * @param {string} commit hexadecimal id, or how it begins
 */
export function turnOf(commit) {
  const n = Number.parseInt(commit.slice(0, 8), 16);
  if (!Number.isInteger(n)) throw new Error(`--turn takes the id of a commit, not ${JSON.stringify(commit)}.`);
  return n % TURNS;
}
