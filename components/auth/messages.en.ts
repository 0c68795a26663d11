import type { Translated } from "#components/i18n/required.ts";
import type * as ko from "./messages.ko.ts";

export const auth: Translated<typeof ko.auth> = {
  logInTitle: "Log in",
  logInLead: "Once logged in, you can join a line at once.",
  signUpTitle: "Sign up",
  signUpLead: "All you need is an e-mail and a password.",
  email: "E-mail",
  password: "Password",
  showPassword: "Show password",
  hidePassword: "Hide password",
  emailInvalid: "Please check the e-mail address.",
  passwordMissing: "Please enter your password.",
  passwordWeak: "Please meet all the rules below.",
  rulesTitle: "Password rules",
  rules: {
    length: "8 characters or more",
    upper: "an upper case letter",
    lower: "a lower case letter",
    digit: "a digit",
    uncommon: "not a common password",
  },
  ruleMet: "met",
  ruleUnmet: "not met",
  logIn: "Log in",
  signUp: "Create account",
  toSignUp: "New here?",
  toLogIn: "Have an account?",
};

export const loginEnded: Translated<typeof ko.loginEnded> = {
  title: "Your login has ended",
  kept: "What was on this page has been cleared. Tickets you hold keep their time, and tickets you paid for stay yours.",
  action: "Log in again",
};

export const devices: Translated<typeof ko.devices> = {
  title: "Signed-in devices",
  lead: "If you do not recognise one, end it now and change your password.",
  current: "This device",
  lastSeen: "Last used {ago}",
  since: "Logged in {at}",
  end: "Log out",
  endTitle: "Log out this device?",
  endBody: "{device} is logged out at once.",
  unknown: "Unknown device",
  device: "{browser} · {system}",
};
