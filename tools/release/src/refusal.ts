/** The command cannot be carried out as things stand: nothing was published. The message says what to do. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}
