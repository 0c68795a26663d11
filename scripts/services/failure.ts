/** An expected reason why a start cannot go on: the launcher prints the message alone, without a stack, and exits with 1. */
export class StartFailure extends Error {
  override readonly name = "StartFailure";
}
