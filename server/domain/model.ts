/** The words of the model as types and closed lists (docs: model.md); everything else in the domain is a function over these. */
export * from './model/lists.ts';
export * from './model/records.ts';
export * from './model/questions.ts';
export * from './model/figures.ts';
