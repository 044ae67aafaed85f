/** Words of the tour. */

export const tourWords = {
  tour: {
    title: 'A tour in four steps',
    region: 'Tour',
    step: (n: number, of: number) => `Step ${n} of ${of}`,
    done: 'Done.',
    next: 'Next',
    back: 'Back',
    finish: 'Finish',
    end: 'End the tour',
    goThere: 'Go there',
    notLoaded:
      'The made-up case of this tour is not loaded; to load it: npm run import -- fixtures/cases/demonstration. The four steps work with the case that is here.',
    noQuestion:
      'There is no question to ask yet: no case with a trace among its ready questions is loaded. To load the made-up case of this tour: npm run import -- fixtures/cases/demonstration. Then start the tour again.',
    steps: {
      ask: {
        said: 'A case begins with a question. The answer comes in words, with a drawing beside it.',
        does: 'Ask the question that is marked.',
        show: 'Ask it',
      },
      read: {
        said: 'Every line of the drawing is a claim, and every small number after a sentence leads to the passage that says it.',
        does: 'Press a line or a number: the evidence opens.',
        show: 'Open the evidence of a line',
      },
      weigh: {
        said: 'The ladder shows how far it has got and whose word that is. Below it: how many origins know it independently, and how many of them have no stake.',
        does: 'Press a figure to see its passages.',
        show: 'Open the evidence of a line',
      },
      copy: {
        said: 'What was found can be taken along as a paragraph with footnotes, hedged as it stands here. The same claims stand in a table and on a timeline: keys 2 and 3.',
        does: 'Press Copy in the words of the answer.',
        show: 'Back to the words',
      },
    },
  },
} as const;
