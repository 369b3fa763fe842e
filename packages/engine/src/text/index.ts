export { hanBigrams } from './han-bigrams.ts';
export { compileWords, type WordMatch, type WordMatcher } from './match-words.ts';
export { type Assertion, type AssertionReader, compileNegation, type NegationWords } from './negation.ts';
export { type NormalisedText, normaliseText } from './normalise.ts';
