import type { Translated } from "#components/i18n/required.ts";
import type * as ko from "./messages.ko.ts";

export const doors: Translated<typeof ko.doors> = {
  title: "Door",
  back: "Back to the event",
  counts: "{in, number} of {sold, number} in",
  countsHint: "People who came in, of tickets sold",
  guests: "Guest list",
  guestCounts: "{in, number} of {listed, number} guests in",
  inside: "{count, plural, one {# person is} other {# people are}} inside now.",
  links: {
    heading: "Door links",
    lead: "A link checks tickets of this date only, without an account. It ends by itself on {at}.",
    over: "Check-in for this date is over, so no more links can be made.",
    none: "No links yet.",
    devices: "{devices, number} of {most, plural, one {# device} other {# devices}}",
    made: "created {at}",
    used: "last used {at}",
    unused: "never used",
    revoked: "Revoked",
    revoke: "Revoke",
    revokeOf: "Revoke the link {name}",
    revokeTitle: "Revoke the link “{name}”?",
    revokeBody:
      "Devices that opened it stop checking tickets at once. Scans they made offline and have not sent yet are not accepted.",
    revokeDone: "Link revoked.",
    keep: "Keep it",
  },
  new: {
    name: "Name of the entrance",
    nameHint: "For example: Main entrance, Gate B",
    devices: "Number of devices",
    devicesHint: "Once that many have opened it, nobody it was forwarded to can.",
    create: "Create link",
    made: "Link “{name}” created",
    madeBody:
      "Scan the QR code with the device at the door, or send the address to it. You cannot see it again.",
    qr: "QR code of the door link {name}",
    copy: "Copy the link {name}",
    done: "Done",
  },
  rules: {
    heading: "Rules",
    reentry: "Allow re-entry",
    reentryHint: "People whose ticket is scanned on the way out can come back in.",
    codes: {
      ANY: "Screenshots and prints let people in too.",
      ASK: "The person at the door decides about screenshots and prints.",
      MOVING: "Only the code that changes every 30 seconds lets people in. Paper tickets do as well.",
    },
    change: "Change the QR rule",
    saved: "Rules saved.",
  },
  conflicts: {
    title: "{count, plural, one {# entry needs} other {# entries need}} a look",
    duplicate: "{code}: let in again at {entrance}, {at} (first at {firstEntrance}, {firstAt})",
    void: "{code}: a cancelled ticket was let in at {entrance}, {at}",
    guest_full: "{name}: {people, number} more than invited came in at {entrance}, {at}",
    guest_unlisted: "{name}: {people, number} came in at {entrance}, {at}, after being taken off the list",
  },
};
