"use client";
import { useSyncExternalStore } from "react";

/** Whether the page has hydrated: false on the server and in the first render, so that both render the same. */
export const useHydrated = (): boolean => useSyncExternalStore(neverChanges, onClient, onServer);

const neverChanges = () => () => {};
const onClient = () => true;
const onServer = () => false;
