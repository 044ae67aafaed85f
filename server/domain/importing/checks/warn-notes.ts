/** Finds curator's notes that tell a deed as a fact (why a voice has a stake, why records are rivals or one): a deed in them is somebody's word, never told as the curator's own. */
import type { Problem } from '../../model/errors.ts';
import type { ImportBatch } from '../import-batch.ts';

/** Words for deeds that somebody may be accused of. */
const DEED =
  /\b(assault\w*|assassinat\w*|attack\w*|bomb\w*|confess\w*|crimes?|criminals?|deeds?|hired|kidnap\w*|kill(?:s|ed|er|ers|ing|ings)?|murder\w*|ordered|plotted|spied|spying|terror\w*)\b/i;
/** Words that make it somebody's word: who says, lays, charges or looks into it, or in which passage it stands. */
const SOMEBODYS_WORD =
  /\b(accus\w*|alleg\w*|articles?|blam\w*|brings?|calls?|called|charg\w*|court|denie[sd]|deny|holds?|investigat\w*|laid|lays?|likens?|paragraphs?|prosecut\w*|puts?|reads?|report\w*|said|says?|suspect\w*|tells?|told|warn\w*)\b/i;

/** One for each note that names a deed and not whose word it is (`note-as-fact`). The words are looked for in English; notes in another language are not judged. */
export function notesAsFact(batch: ImportBatch): Problem[] {
  const notes = [
    ...batch.voices.flatMap(({ file, pointer, record }) =>
      typeof record.stake === 'string' ? [] : record.stake.map(({ why }, i) => ({ file, pointer: `${pointer}/stake/${i}/why`, why })),
    ),
    ...[...batch.rivals, ...batch.identities].map(({ file, pointer, record }) => ({ file, pointer: `${pointer}/why`, why: record.why })),
  ];
  return notes.flatMap(({ file, pointer, why }) => {
    const [deed] = DEED.exec(why) ?? [];
    if (deed === undefined || SOMEBODYS_WORD.test(why)) return [];
    return [
      {
        code: 'note-as-fact',
        file,
        pointer,
        message: `the note tells of "${deed}" as a fact`,
        remedy: 'say whose word it is (lays it to, is told to have, accuses of), or in which passage it stands; if no deed is meant, leave it',
      },
    ];
  });
}
