/** Something the user asked for that is not done, said in a sentence; nothing was written. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}
