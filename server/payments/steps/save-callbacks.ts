export { findSavedCallbacks, saveCallbacks } from "../store.ts";
