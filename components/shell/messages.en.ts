import type { Translated } from "#components/i18n/required.ts";
import type * as ko from "./messages.ko.ts";

export const shell: Translated<typeof ko.shell> = {
  name: "Seonchak",
  tagline: "First come, truly first served",
  description: "Limited tickets, sold fairly in the order people arrive.",
  skipToContent: "Skip to content",
  mainNavigation: "Main",
  footerNavigation: "About the service",
  operations: "Operations",
  events: "Events",
  myTickets: "My tickets",
  myOrders: "Orders",
  myAccount: "Account settings",
  seller: "Seller",
  apiDocs: "API docs",
  health: "Service status",
  logIn: "Log in",
  signUp: "Sign up",
  logOut: "Log out",
  account: "My account",
  accountOf: "Account menu for {email}",
  language: "Language",
  languages: { ko: "한국어", en: "English" },
  theme: "Appearance",
  themes: { system: "System", light: "Light", dark: "Dark" },
  footerNote:
    "The server decides the order. Reloading does not make you faster, and your number never changes.",
  timeZoneNote: "All times are Korea Standard Time (KST).",
  loading: "Loading",
  notFound: {
    title: "Page not found",
    body: "The address may have changed, or the event may be over.",
    action: "See all events",
  },
  crashed: {
    title: "This page could not be loaded",
    body: "Please try again in a moment. Tickets on hold and payments are not affected.",
    away: "The service is not responding right now. This page reloads as soon as it does. Tickets on hold and payments are not affected.",
    retry: "Try again",
    reference: "Reference",
  },
};
