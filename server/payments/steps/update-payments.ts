export { assignPayment, changeMethod, clearUnknown, markUnknown } from "../store.ts";
