"use client";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { PasskeyAnswer } from "#server/auth/contract.ts";
import { postJson } from "../http/post-json.ts";
import { askPasskey, offersInField, stopAsking } from "../passkeys/web-authn.ts";
import { useTRPCClient } from "../trpc/client.ts";

/**
 * Logging in with a passkey: by a press, or from the field of the address, where browsers that can do so offer it.
 * @param onEntered - what comes after the login
 */
export function usePasskeyLogin(onEntered: () => Promise<void>) {
  const client = useTRPCClient();
  const enter = useMutation({
    mutationFn: async (chosen: PasskeyAnswer | undefined) =>
      postJson("/api/auth/passkey", { answer: chosen ?? (await ask(client)) }),
    onSuccess: onEntered,
  });
  const { mutate } = enter;
  const offered = useRef(false);
  useEffect(() => {
    // Once a page: React runs effects twice in development, and a second request would end the first.
    if (offered.current) return;
    offered.current = true;
    // Nobody asked for the offer, so that nothing is said where the browser cannot make it.
    offersInField()
      .then(async (can) => can && mutate(await ask(client, true)))
      .catch(() => undefined);
  }, [mutate, client]);
  useEffect(() => () => void stopAsking().catch(() => undefined), []);
  return { ...enter, press: () => mutate(undefined) };
}

const ask = async (client: ReturnType<typeof useTRPCClient>, inField = false): Promise<PasskeyAnswer> =>
  askPasskey(await client.auth.beginPasskeyLogin.mutate({}), inField);
