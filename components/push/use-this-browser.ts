"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useLocale } from "next-intl";
import type { PushDevice } from "#server/push/contract.ts";
import { readRefusal } from "../errors/refusal.ts";
import { useTRPC, useTRPCClient } from "../trpc/client.ts";
import { ownSubscription, pushSupport, subscribeHere } from "./browser.ts";

/** Whether this browser gets the person's notifications, which others do, and what changes that. */
export function useThisBrowser() {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const language = useLocale();
  const devices = useQuery(trpc.push.devices.queryOptions({}, { staleTime: 0 }));
  // Asked again whenever the person comes back to the page: permissions are changed in the browser's settings.
  const here = useQuery({
    queryKey: [...trpc.push.pathKey(), "here"],
    queryFn: async () => ({ support: pushSupport(), subscribed: (await ownSubscription()) !== null }),
    staleTime: 0,
  });
  const onSettled = () => queries.invalidateQueries({ queryKey: trpc.push.pathKey() });
  const turnOn = useMutation({
    mutationFn: async (): Promise<NotificationPermission> => {
      // Safari asks in answer to a press alone, so that nothing is awaited before.
      const permission = await Notification.requestPermission();
      if (permission !== "granted") return permission;
      const { publicKey } = devices.data ?? (await client.push.devices.query({}));
      const subscribe = async () => {
        const { endpoint = "", keys } = (await subscribeHere(publicKey, language)).toJSON();
        const { p256dh = "", auth = "" } = keys ?? {};
        await client.push.subscribe.mutate({ endpoint, keys: { p256dh, auth }, language });
      };
      try {
        await subscribe();
      } catch (error) {
        if (readRefusal(error).reason !== "push_endpoint_taken") throw error;
        await (await ownSubscription())?.unsubscribe();
        await subscribe();
      }
      return permission;
    },
    onSettled,
  });
  const turnOff = useMutation({
    mutationFn: async ({ id, isCurrent }: PushDevice) => {
      await client.push.removeDevice.mutate({ id });
      if (isCurrent) await (await ownSubscription())?.unsubscribe();
    },
    onSettled,
  });
  return {
    devices: devices.data?.devices,
    error: devices.error,
    support: here.data?.support,
    isOn: here.data?.subscribed === true && devices.data?.devices.some(({ isCurrent }) => isCurrent) === true,
    turnOn,
    turnOff,
  };
}
