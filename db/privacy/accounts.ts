import { sql } from "drizzle-orm";
import { secondFactors, users } from "../schema/auth.ts";
import { accountLinks } from "../schema/credentials.ts";
import {
  integrationMessages,
  integrationSessions,
  marketplaceAccounts,
  phoneLines,
  sandboxVendors,
} from "../schema/integration.ts";
import { mailBudgets } from "../schema/mail.ts";
import {
  departmentMembers,
  notificationMarks,
  notificationReads,
  notifications,
} from "../schema/notifications.ts";
import { personal, use, withheld, within } from "./declare.ts";

const SECRET = "A secret: a copy of it would be one more place to steal it from.";

/** The tables of accounts, sellers and what people are told. */
export const accounts = [
  use(users, {
    purpose: "The account of a person.",
    kept: "account",
    owners: [users.id],
    columns: {
      id: { purpose: "Names the person in every other table.", kept: "pseudonym" },
      email: personal("Logging in and sending mail."),
      passwordHash: withheld("Checking the password.", SECRET, { personal: true }),
      role: "What the person may do.",
      state: { purpose: "Whether the account may be used.", kept: "pseudonym" },
      emailVerifiedAt: "When the person proved that mail to the address reaches them.",
      createdAt: { purpose: "When the person signed up.", kept: "pseudonym" },
      erasedAt: { purpose: "When the person erased the account.", kept: "pseudonym" },
    },
  }),
  use(secondFactors, {
    purpose: "The authenticator app of an account.",
    kept: "account",
    owners: [secondFactors.userId],
    columns: {
      userId: "Whose account it is.",
      sealedSecret: withheld("Checking the codes of the app.", SECRET),
      confirmedAt: "Since when codes are asked for.",
      lastStep: "Taking a code once.",
      recoveryHashes: withheld("Checking recovery codes.", SECRET),
      createdAt: "When it was begun.",
    },
  }),
  use(accountLinks, {
    purpose: "Links that were mailed to a person, each for one act.",
    kept: "links",
    owners: [accountLinks.userId],
    columns: {
      id: "Names the link.",
      userId: "Whose account it opens.",
      kind: "For which act it is.",
      tokenHash: withheld("Recognizing the link.", SECRET),
      email: personal("Which address it is about."),
      expiresAt: "Until when it can be used.",
      usedAt: "When it was used.",
      createdAt: "When it was mailed.",
    },
  }),
  use(mailBudgets, {
    purpose: "Bounding how much mail one mailbox gets in an hour.",
    kept: "budget",
    owners: [
      (_, email) =>
        sql`${mailBudgets.address} = regexp_replace(lower(${email}), '^([^@+]+)[+][^@]*@', '\\1@')`,
    ],
    columns: {
      address: personal("The mailbox, without case and without the part after a plus."),
      sent: "How many mails went there.",
      since: "When the hour began.",
    },
  }),
  use(notifications, {
    purpose: "What people and departments are told in the app.",
    kept: "notifications",
    owners: [notifications.userId],
    columns: {
      id: "Names the notification.",
      eventId: "Telling the same event once.",
      recipient: "The customer or the department.",
      userId: "Who is told.",
      kind: "What is told.",
      params: "Order, times and amounts for the text.",
      readAt: "When it was read.",
      mailDue: "Telling a department by e-mail once.",
      createdAt: "When it was told.",
    },
  }),
  use(departmentMembers, {
    purpose: "Who of the staff belongs to a department, and how they want to be told.",
    kept: "account",
    owners: [departmentMembers.userId],
    columns: {
      department: "Which department it is.",
      userId: "Who belongs to it.",
      inApp: "Whether they are told in the app.",
      byEmail: "Whether they are told by e-mail.",
      joinedAt: "From when on they read what it is told.",
    },
  }),
  use(notificationReads, {
    purpose: "Which notifications of their departments a member of the staff has read.",
    kept: "account",
    owners: [notificationReads.userId],
    columns: {
      userId: "Who has read it.",
      eventId: "What was told.",
      readAt: "When it was read.",
    },
  }),
  use(notificationMarks, {
    purpose: "Up to when a person has read everything that they were told.",
    kept: "account",
    owners: [notificationMarks.userId],
    columns: { userId: "Who has read it.", readUpTo: "Everything until then is read." },
  }),
  use(integrationSessions, {
    purpose: "A seller's try to connect a marketplace account.",
    kept: "purchase",
    owners: [integrationSessions.userId],
    columns: {
      id: "Names the try.",
      userId: "Whose try it is.",
      vendorId: "Which marketplace account it is about.",
      businessNumber: personal("Checking the seller's details.", { kept: "account" }),
      companyName: personal("Showing which account is connected.", { kept: "account" }),
      state: "How far it is.",
      queueNumber: "The order of those who wait for a phone line.",
      smsCode: withheld("Showing the code to the seller.", SECRET, { personal: true, kept: "session" }),
      emailCode: withheld("Showing the code to the seller.", SECRET, { personal: true, kept: "session" }),
      endReason: "Why it ended.",
      passedOverAt: "When it was passed over because its seller was away.",
      lastActivityAt: "Ending what is left alone.",
      completedAt: "When it was completed.",
      createdAt: "When it began.",
      updatedAt: "When it last changed.",
    },
  }),
  use(integrationMessages, {
    purpose: "Messages that came to a phone line or inbox of the shop, with their digits masked.",
    kept: "purchase",
    owners: [within(integrationMessages.integrationSessionId, integrationSessions.id)],
    columns: {
      seq: "The order of arrival.",
      channel: "SMS or e-mail.",
      messageId: "Taking a message in once.",
      recipient: "The shop's number or inbox.",
      sender: "The marketplace's number or address.",
      textMasked: personal("Finding out why a code was not shown.", { kept: "texts" }),
      integrationSessionId: "For which try it came.",
      outcome: "Whether it was shown.",
      reason: "Why it was not.",
      receivedAt: "When the gateway had it.",
      arrivedAt: "When it came.",
    },
  }),
  use(phoneLines, {
    purpose: "The shop's own numbers and inboxes, and who has one at the moment.",
    kept: "operation",
    owners: [],
    columns: {
      id: "Names the line.",
      phoneNumber: "The shop's number.",
      inbox: "The shop's inbox.",
      active: "Whether it is in use.",
      holderId: "The try that has it.",
      fencingToken: "Refusing a holder of before.",
      lockedAt: "Since when it is taken.",
      lockExpiresAt: "Until when.",
      releasedAt: "When it was free again.",
      releasedFrom: "What the last holder waited for.",
    },
  }),
  use(marketplaceAccounts, {
    purpose: "A marketplace account that a seller has connected.",
    kept: "account",
    owners: [marketplaceAccounts.userId],
    columns: {
      id: "Names the connection.",
      userId: "Whose account it is.",
      vendorId: "Which marketplace account it is.",
      companyName: personal("Showing which account it is."),
      accessKey: withheld("Calling the marketplace for the seller.", SECRET, { personal: true }),
      secretKey: withheld("Calling the marketplace for the seller.", SECRET, { personal: true }),
      keysExpireAt: "Reminding in time.",
      remindedDays: "Reminding once.",
      connectedAt: "When it was connected.",
      checkedAt: "When it was last checked.",
    },
  }),
  use(sandboxVendors, {
    purpose: "What the pretended marketplace of the sandbox knows of a made-up vendor.",
    kept: "operation",
    owners: [],
    columns: {
      vendorId: "Names the vendor.",
      smsDigest: "Comparing a code without keeping it.",
      emailDigest: "Comparing a code without keeping it.",
      smsSessionId: "For which try the code was sent.",
      emailSessionId: "For which try the code was sent.",
      smsVerified: "Whether the code was entered.",
      emailVerified: "Whether the code was entered.",
      updatedAt: "When it last changed.",
    },
  }),
];
