/** An expected reason why a start fails. The launcher prints its message without a stack and exits with 1. */
export class StartFailure extends Error {
  override readonly name = "StartFailure";
}
