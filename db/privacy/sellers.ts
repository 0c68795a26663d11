import {
  integrationMessages,
  integrationSessions,
  marketplaceAccounts,
  phoneLines,
  sandboxVendors,
} from "../schema/integration.ts";
import { personal, use, within } from "./declare.ts";

const SECRET = "A secret: a copy of it would be one more place to steal it from.";

/** The tables of sellers and of the marketplace accounts that they connect. */
export const sellers = [
  use(integrationSessions, {
    purpose: "A seller's try to connect a marketplace account.",
    kept: "purchase",
    records: { en: "tries of sellers to connect an account", ko: "판매자의 계정 연결 시도" },
    owners: [integrationSessions.userId],
    columns: {
      id: "Names the try.",
      userId: "Whose try it is.",
      vendorId: "Which marketplace account it is about.",
      businessNumber: personal(
        { en: "Business registration number of sellers", ko: "판매자의 사업자등록번호" },
        { en: "Checking the seller's details.", ko: "판매자 정보를 확인하려고" },
        { kept: "account" },
      ),
      companyName: personal(
        { en: "Company name of sellers", ko: "판매자의 회사 이름" },
        { en: "Showing which account is connected.", ko: "어느 계정을 연결하는지 보여 주려고" },
        { kept: "account" },
      ),
      state: "How far it is.",
      queueNumber: "The order of those who wait for a phone line.",
      smsCode: personal(
        { en: "Code that a seller got by SMS", ko: "판매자가 문자로 받은 인증번호" },
        { en: "Showing the code to the seller.", ko: "판매자에게 인증번호를 보여 주려고" },
        { withheld: SECRET, kept: "session" },
      ),
      emailCode: personal(
        { en: "Code that a seller got by e-mail", ko: "판매자가 메일로 받은 인증번호" },
        { en: "Showing the code to the seller.", ko: "판매자에게 인증번호를 보여 주려고" },
        { withheld: SECRET, kept: "session" },
      ),
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
    records: { en: "arrival of messages with codes", ko: "인증 메시지를 받은 기록" },
    owners: [within(integrationMessages.integrationSessionId, integrationSessions.id)],
    columns: {
      seq: "The order of arrival.",
      channel: "SMS or e-mail.",
      messageId: "Taking a message in once.",
      recipient: "The shop's number or inbox.",
      sender: "The marketplace's number or address.",
      textMasked: personal(
        { en: "Text of messages with codes, digits masked", ko: "인증 메시지의 내용(숫자는 가림)" },
        { en: "Finding out why a code was not shown.", ko: "인증번호가 보이지 않은 까닭을 찾으려고" },
        { kept: "texts" },
      ),
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
    records: { en: "connected marketplace accounts", ko: "연결한 마켓 계정" },
    owners: [marketplaceAccounts.userId],
    columns: {
      id: "Names the connection.",
      userId: "Whose account it is.",
      vendorId: "Which marketplace account it is.",
      companyName: personal(
        { en: "Company name of a connected marketplace account", ko: "연결한 마켓 계정의 회사 이름" },
        { en: "Showing which account it is.", ko: "어느 계정인지 보여 주려고" },
      ),
      accessKey: personal(
        {
          en: "Access key of a connected marketplace account, encrypted",
          ko: "연결한 마켓 계정의 액세스 키(암호화)",
        },
        { en: "Calling the marketplace for the seller.", ko: "판매자를 대신해 마켓에 요청하려고" },
        { withheld: SECRET },
      ),
      secretKey: personal(
        {
          en: "Secret key of a connected marketplace account, encrypted",
          ko: "연결한 마켓 계정의 시크릿 키(암호화)",
        },
        { en: "Calling the marketplace for the seller.", ko: "판매자를 대신해 마켓에 요청하려고" },
        { withheld: SECRET },
      ),
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
