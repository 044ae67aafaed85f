/** The language of a pasted text: guessed where there is enough of it. */
import { expect, test } from 'vitest';
import { guessLanguage } from './guess-language.ts';

test.each([
  ['de', 'Der Bundesanwalt erhob am Dienstag Anklage gegen zwei Männer, die im Auftrag eines Dienstes gehandelt haben sollen.'],
  ['fr', 'Le parquet a ouvert une enquête contre deux hommes qui auraient agi pour le compte d’un service de renseignement étranger.'],
  ['fa', 'دادستانی اعلام کرد که دو مرد به اتهام همکاری با یک سازمان اطلاعاتی بازداشت شده‌اند و پرونده آنان در دست بررسی است.'],
  ['ar', 'أعلنت النيابة العامة أن رجلين أوقفا بتهمة التعاون مع جهاز استخبارات أجنبي وأن التحقيق ما زال مستمرا في القضية.'],
  [
    'zh',
    '检方周二宣布，两名男子涉嫌为外国情报机构工作而被捕，案件仍在调查之中。法院将于下周开庭审理此案，辩护律师否认全部指控，并要求立即释放被告人，检方没有回应。',
  ],
  ['uk', 'Прокуратура повідомила, що двох чоловіків затримали за підозрою у співпраці з іноземною розвідкою, розслідування триває.'],
  ['tr', 'Savcılık, iki kişinin yabancı bir istihbarat servisiyle iş birliği yaptığı şüphesiyle gözaltına alındığını açıkladı.'],
  ['en', 'The prosecutor said on Tuesday that two men had been arrested on suspicion of working for a foreign intelligence service.'],
])('%s is told by its text', async (language, text) => {
  expect(await guessLanguage(text)).toBe(language);
});
test('nothing is guessed of a few words, of numbers and of nothing', async () => {
  for (const text of ['', 'Two men', '1234567890 '.repeat(30)]) expect(await guessLanguage(text)).toBeUndefined();
});
