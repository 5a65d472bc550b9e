/**
 * Mutants that no cell can see, by package and title, each with the reason: somebody has looked at it. Whatever else
 * survives fails the run, and so does an entry that is not needed any more, so that the list only shrinks.
 */
export const judged: Readonly<Record<string, Readonly<Record<string, string>>>> = {};
