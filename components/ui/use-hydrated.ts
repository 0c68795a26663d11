"use client";
import { useSyncExternalStore } from "react";

/**
 * Whether the page's scripts are at work: false as the server draws the page and until they are, so that the first
 * look is the same on both sides.
 */
export const useHydrated = (): boolean => useSyncExternalStore(neverChanges, onClient, onServer);

const neverChanges = () => () => {};
const onClient = () => true;
const onServer = () => false;
