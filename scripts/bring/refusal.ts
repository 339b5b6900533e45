/** Why an input cannot be brought in, in one sentence for the curator; everything else that is thrown is a fault of ours. */
export class Refusal extends Error {}

/** A statement with what it rests on. */
export type Fact = { value: string; evidence: string };
