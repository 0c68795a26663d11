import { env } from "../platform/config/env.ts";
import { type Letter, letterMail, type Passage, type WrittenMail } from "../platform/mail/letter.ts";
import { SECRET_LINK } from "../platform/mail/mail.ts";

const NOT_ASKED = {
  ko: "요청하신 적이 없다면 이 메일은 무시하셔도 돼요. 링크를 누르지 않으면 아무것도 바뀌지 않아요.",
  en: "If you did not ask for this, you can ignore it. Nothing changes unless the link is followed.",
};

const withLink = (
  { ko, en }: Letter,
  labels: { readonly ko: string; readonly en: string },
  note: Partial<typeof NOT_ASKED> = NOT_ASKED,
): Letter => {
  const add = (passage: Passage, language: "ko" | "en") => ({
    ...passage,
    action: { label: labels[language], url: SECRET_LINK },
    note: note[language],
  });
  return { ko: add(ko, "ko"), en: add(en, "en") };
};

/** The link with which a forgotten password is replaced. */
export const resetMail = (): WrittenMail =>
  letterMail(
    "비밀번호 다시 정하기",
    withLink(
      {
        ko: {
          title: "새 비밀번호를 정해 주세요",
          paragraphs: ["아래 링크는 30분 동안 한 번만 쓸 수 있어요. 다른 사람에게 전달하지 마세요."],
        },
        en: {
          title: "Choose a new password",
          paragraphs: ["The link below works once, within 30 minutes. Do not pass it on."],
        },
      },
      { ko: "새 비밀번호 정하기", en: "Choose a new password" },
    ),
  );

/** The link by which a person proves that mail to the address reaches them. */
export const verifyMail = (): WrittenMail =>
  letterMail(
    "이메일 주소를 확인해 주세요",
    withLink(
      {
        ko: { title: "이메일 주소를 확인해 주세요", paragraphs: ["아래 링크는 24시간 동안 쓸 수 있어요."] },
        en: { title: "Confirm your e-mail address", paragraphs: ["The link below works for 24 hours."] },
      },
      { ko: "이메일 확인하기", en: "Confirm the address" },
    ),
  );

/** The link to the address that an account is to have from now on. */
export const changeMail = (): WrittenMail =>
  letterMail(
    "새 이메일 주소를 확인해 주세요",
    withLink(
      {
        ko: {
          title: "이 주소를 선착 계정의 이메일로 쓸까요?",
          paragraphs: ["아래 링크는 1시간 동안 쓸 수 있고, 주소를 바꾸려는 계정으로 로그인해야 해요."],
        },
        en: {
          title: "Use this address for your Seonchak account?",
          paragraphs: [
            "The link below works for an hour, once you are logged in to the account that asked for it.",
          ],
        },
      },
      { ko: "이 주소로 바꾸기", en: "Use this address" },
    ),
  );

/** To an address that has an account, where another account was to get it. */
export const takenMail = (): WrittenMail => ({
  ...letterMail("이미 계정이 있는 주소예요", {
    ko: {
      title: "이미 계정이 있는 주소예요",
      paragraphs: [
        "누군가 다른 계정의 이메일을 이 주소로 바꾸려 했지만, 이 주소에는 계정이 있어 바뀌지 않았어요.",
      ],
      action: { label: "로그인하기", url: `${env.APP_URL}/login` },
    },
    en: {
      title: "This address has an account already",
      paragraphs: [
        "Someone tried to move another account to this address. It has an account, so nothing was changed.",
      ],
      action: { label: "Log in", url: `${env.APP_URL}/login` },
    },
  }),
});

/** To the address that an account had, with the way back. */
export const changedMail = (): WrittenMail =>
  letterMail(
    "계정의 이메일 주소가 바뀌었어요",
    withLink(
      {
        ko: {
          title: "계정의 이메일 주소가 바뀌었어요",
          paragraphs: [
            "이제 이 주소로는 로그인할 수 없어요.",
            "직접 바꾸신 게 아니라면 7일 안에 아래 링크로 되돌려 주세요. 모든 기기에서 로그아웃되고 새 비밀번호를 정하게 돼요.",
          ],
        },
        en: {
          title: "The e-mail address of your account has changed",
          paragraphs: [
            "You can no longer log in with this address.",
            "If it was not you, follow the link below within 7 days. Every device is logged out and you choose a new password.",
          ],
        },
      },
      { ko: "이 주소로 되돌리기", en: "Go back to this address" },
      {},
    ),
  );

/** After a password was replaced. */
export const passwordMail = (): WrittenMail =>
  letterMail("비밀번호가 바뀌었어요", {
    ko: {
      title: "비밀번호가 바뀌었어요",
      paragraphs: ["직접 바꾸신 게 아니라면 바로 새 비밀번호를 정해 주세요."],
      action: { label: "새 비밀번호 정하기", url: `${env.APP_URL}/forgot-password` },
    },
    en: {
      title: "Your password has changed",
      paragraphs: ["If it was not you, choose a new one right away."],
      action: { label: "Choose a new password", url: `${env.APP_URL}/forgot-password` },
    },
  });

const PASSKEY_TITLES = {
  added: { ko: "계정에 패스키가 추가됐어요", en: "A passkey was added to your account" },
  removed: { ko: "계정에서 패스키가 삭제됐어요", en: "A passkey was removed from your account" },
};

/** After a passkey was added or removed. */
export function passkeyMail(what: keyof typeof PASSKEY_TITLES, name: string): WrittenMail {
  const { ko, en } = PASSKEY_TITLES[what];
  const url = `${env.APP_URL}/me/account#passkeys`;
  return letterMail(ko, {
    ko: {
      title: ko,
      paragraphs: ["직접 하신 게 아니라면 계정 설정에서 패스키를 확인하고 비밀번호를 바꿔 주세요."],
      facts: [{ label: "패스키", value: name }],
      action: { label: "패스키 확인하기", url },
    },
    en: {
      title: en,
      paragraphs: [
        "If it was not you, check your passkeys in the account settings and change your password.",
      ],
      facts: [{ label: "Passkey", value: name }],
      action: { label: "Check passkeys", url },
    },
  });
}

/** After operators removed every second factor of a person. */
export const factorsRemovedMail = (): WrittenMail =>
  letterMail("2단계 인증이 해제됐어요", {
    ko: {
      title: "2단계 인증이 해제됐어요",
      paragraphs: [
        "운영자 두 사람의 확인을 거쳐 인증 앱과 패스키를 모두 지우고, 모든 기기에서 로그아웃했어요. 쓰던 비밀번호로는 더 이상 로그인할 수 없어요.",
        "새 비밀번호를 정하는 링크를 따로 보내 드렸어요. 로그인한 뒤 2단계 인증을 다시 등록해 주세요.",
        "요청하신 적이 없다면 바로 새 비밀번호를 정하고 고객센터에 알려 주세요.",
      ],
      action: { label: "새 비밀번호 정하기", url: `${env.APP_URL}/forgot-password` },
    },
    en: {
      title: "Your second factors were removed",
      paragraphs: [
        "Two of our operators agreed to remove your authenticator app and passkeys. Every device was logged out, and your old password no longer works.",
        "We have sent you another mail with a link to choose a new password. Set up a second factor again once you are logged in.",
        "If you did not ask for this, choose a new password right away and tell us.",
      ],
      action: { label: "Choose a new password", url: `${env.APP_URL}/forgot-password` },
    },
  });
