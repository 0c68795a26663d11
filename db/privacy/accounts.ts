import { sql } from "drizzle-orm";
import { passkeys, secondFactors, users } from "../schema/auth.ts";
import { accountLinks } from "../schema/credentials.ts";
import { mailBudgets } from "../schema/mail.ts";
import {
  departmentMembers,
  notificationMarks,
  notificationReads,
  notifications,
} from "../schema/notifications.ts";
import { pushSubscriptions } from "../schema/push.ts";
import { personal, use, withheld } from "./declare.ts";

const SECRET = "A secret: a copy of it would be one more place to steal it from.";

/** The tables of accounts, sellers and what people are told. */
export const accounts = [
  use(users, {
    purpose: "The account of a person.",
    kept: "account",
    records: { en: "role, state and sign-up of the account", ko: "계정의 역할, 상태, 가입일" },
    owners: [users.id],
    columns: {
      id: { purpose: "Names the person in every other table.", kept: "pseudonym" },
      email: personal(
        { en: "E-mail address", ko: "이메일 주소" },
        { en: "Logging in and sending mail.", ko: "로그인하고 메일을 보내려고" },
      ),
      passwordHash: personal(
        { en: "Password, encrypted so that no one can read it", ko: "비밀번호(아무도 읽을 수 없게 암호화)" },
        { en: "Checking the password.", ko: "본인인지 확인하려고" },
        { withheld: SECRET },
      ),
      role: "What the person may do.",
      state: { purpose: "Whether the account may be used.", kept: "pseudonym" },
      language: "In which language mails are.",
      emailVerifiedAt: "When the person proved that mail to the address reaches them.",
      createdAt: { purpose: "When the person signed up.", kept: "pseudonym" },
      erasedAt: { purpose: "When the person erased the account.", kept: "pseudonym" },
    },
  }),
  use(secondFactors, {
    purpose: "The authenticator app of an account.",
    kept: "account",
    records: { en: "authenticator app for two-step login", ko: "2단계 인증에 쓰는 인증 앱" },
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
  use(passkeys, {
    purpose: "Passkeys of an account.",
    kept: "account",
    records: { en: "passkeys and when they were used", ko: "패스키와 마지막 사용 시각" },
    owners: [passkeys.userId],
    columns: {
      id: "Names the passkey.",
      userId: "Whose account it is.",
      credentialId: "Recognizing the passkey.",
      publicKey: "Checking its answers.",
      counter: "Noticing a copy of it.",
      transports: "Telling the browser how to reach it.",
      synced: "Whether its maker keeps copies for the person.",
      name: "What the person calls it.",
      createdAt: "When it was added.",
      lastUsedAt: "When it was last used.",
    },
  }),
  use(accountLinks, {
    purpose: "Links that were mailed to a person, each for one act.",
    kept: "links",
    records: { en: "links for confirming an act by mail", ko: "메일로 보낸 확인 링크" },
    owners: [accountLinks.userId],
    columns: {
      id: "Names the link.",
      userId: "Whose account it opens.",
      kind: "For which act it is.",
      tokenHash: withheld("Recognizing the link.", SECRET),
      email: personal(
        { en: "Address that a confirmation link is about", ko: "확인 링크가 가리키는 이메일 주소" },
        { en: "Which address it is about.", ko: "비밀번호와 이메일 변경을 확인하려고" },
      ),
      expiresAt: "Until when it can be used.",
      usedAt: "When it was used.",
      createdAt: "When it was mailed.",
    },
  }),
  use(mailBudgets, {
    purpose: "Bounding how much mail one mailbox gets in an hour.",
    kept: "budget",
    records: { en: "number of mails in an hour", ko: "1시간 동안 보낸 메일의 수" },
    owners: [
      (_, email) =>
        sql`${mailBudgets.address} = regexp_replace(lower(${email}), '^([^@+]+)[+][^@]*@', '\\1@')`,
    ],
    columns: {
      address: personal(
        { en: "Mailbox that mail was sent to", ko: "메일을 보낸 주소" },
        {
          en: "The mailbox, without case and without the part after a plus.",
          ko: "한 주소로 메일이 너무 많이 가지 않게 하려고",
        },
      ),
      sent: "How many mails went there.",
      since: "When the hour began.",
    },
  }),
  use(notifications, {
    purpose: "What people and departments are told in the app.",
    kept: "notifications",
    records: { en: "notifications", ko: "알림" },
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
  use(pushSubscriptions, {
    purpose: "Which browsers get notifications of a person while the pages are closed.",
    kept: "login",
    records: { en: "browsers that get notifications", ko: "알림을 받는 브라우저" },
    owners: [pushSubscriptions.userId],
    columns: {
      id: "Names the browser.",
      userId: "Whose notifications it gets.",
      loginSessionId: "Ending with the login session.",
      endpointHash: withheld("Knowing a browser again.", SECRET),
      sealed: personal(
        { en: "The address of a browser at its push service", ko: "알림을 켠 브라우저의 주소" },
        {
          en: "Reaching the browser, through the push service of its maker.",
          ko: "브라우저 회사의 알림 서비스를 통해 알림을 보내려고",
        },
        { withheld: SECRET },
      ),
      language: "In which language it is written to.",
      userAgent: personal(
        { en: "What a browser that gets notifications says of itself", ko: "알림을 켠 브라우저의 종류" },
        { en: "Showing which browser it is.", ko: "알림을 받는 기기를 보여 드리려고" },
      ),
      createdAt: "When it was turned on.",
    },
  }),
  use(departmentMembers, {
    purpose: "Who of the staff belongs to a department, and how they want to be told.",
    kept: "account",
    records: { en: "departments of the staff", ko: "직원의 담당 부서" },
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
    records: { en: "read marks of the staff", ko: "직원이 읽은 알림 표시" },
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
    records: { en: "read marks of notifications", ko: "읽은 알림 표시" },
    owners: [notificationMarks.userId],
    columns: { userId: "Who has read it.", readUpTo: "Everything until then is read." },
  }),
];
