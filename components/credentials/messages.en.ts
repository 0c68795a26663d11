import type { Translated } from "#components/i18n/required.ts";
import type * as ko from "./messages.ko.ts";

export const credentials: Translated<typeof ko.credentials> = {
  title: "Account settings",
  lead: "How you log in, your devices, notifications and data, in one place.",
  email: {
    title: "E-mail",
    verified: "Confirmed",
    unverified: "Not confirmed",
    unverifiedBody:
      "Please follow the link in the e-mail we sent to this address. It may be in your spam folder.",
    demanded: "You can hold tickets once the address is confirmed.",
    sendAgain: "Send the e-mail again",
    sent: "We have sent you the e-mail.",
    change: "Change e-mail",
    changeBody:
      "It changes when you follow the link sent to the new address. Until then you log in with this one.",
    newEmail: "New e-mail",
    password: "Current password",
    askChange: "Send the confirmation",
    changeSent: "We have sent a link to the new address. Please follow it within an hour.",
  },
  password: {
    title: "Password",
    lead: "Changing it logs you out everywhere but on this device.",
    old: "Current password",
    new: "New password",
    change: "Change password",
    changed: "Your password has been changed.",
    forgot: "I do not remember my password",
  },
  places: {
    title: "More",
    devices: "Signed-in devices",
    devicesBody: "See where you are logged in, and log out.",
    notices: "Notifications",
    noticesBody: "Read what you were told and choose what you are told.",
    data: "Your data",
    dataBody: "Download your data or delete your account.",
    preferences: "Language and appearance",
    preferencesBody: "Switch language and appearance at the bottom of any page.",
  },
};

export const forgotPassword: Translated<typeof ko.forgotPassword> = {
  title: "Forgotten password",
  lead: "Enter the e-mail you signed up with and we will send you a link to choose a new password.",
  email: "E-mail",
  send: "Send the link",
  sentTitle: "Check your e-mail",
  sent: "If there is an account for {email}, a link will arrive shortly. It works once, within 30 minutes.",
  notArrived:
    "If nothing arrives, check your spam folder and the address. We send up to five an hour to one address.",
  again: "Use another address",
  question: "Remembered it?",
  logIn: "Log in",
};

export const accountLink: Translated<typeof ko.accountLink> = {
  title: "Link from an e-mail",
  missing: "The link is not complete. Please open the whole address from the e-mail.",
  ended: {
    title: "This link cannot be used",
    reset: "Get a new link",
    account: "Open account settings",
    home: "See events",
  },
  reset: {
    title: "Choose a new password",
    lead: "The new password of the account {email}. Every device is logged out.",
    password: "New password",
    action: "Change password",
    done: "Your password has been changed",
    doneBody: "Please log in with the new password.",
    next: "Log in",
  },
  verify: {
    title: "Confirm your e-mail",
    lead: "This confirms that e-mail to {email} reaches you.",
    action: "This is my e-mail",
    done: "Your e-mail is confirmed",
    doneBody: "You can book right away.",
    next: "See events",
  },
  change: {
    title: "Change your e-mail",
    lead: "The e-mail of your account becomes {email}. We tell the old address too.",
    action: "Use this address",
    done: "Your e-mail has been changed",
    doneBody: "From now on, log in with the new address.",
    next: "Open account settings",
    logIn: "Log in and continue",
  },
  undo: {
    title: "Go back to this e-mail",
    lead: "The e-mail of the account becomes {email} again. Every device is logged out and we send you an e-mail to choose a new password.",
    action: "Go back",
    done: "Your e-mail has been restored",
    doneBody: "Please choose a new password from the e-mail we have just sent.",
    next: "See events",
  },
};
