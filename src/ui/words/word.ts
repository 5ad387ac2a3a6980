/** A phrase: fixed, or made from facts that are already formatted for the reader. */
export type Word = string | ((...facts: never[]) => string);

/** A catalogue of one surface. The English one has the type of the Indonesian one, so a missing key does not compile. */
export type Catalogue = Readonly<Record<string, Word>>;
