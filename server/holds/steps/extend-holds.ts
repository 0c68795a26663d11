export { extendHolds } from "../store.ts";
