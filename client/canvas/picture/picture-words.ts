/** The words of the interface that a picture prints. */
import { pictureWordsOf } from '../../../server/domain/picturing/picture-words.ts';
import { words } from '../../i18n/messages.ts';

export const pictureWords = pictureWordsOf(words.drawing);
