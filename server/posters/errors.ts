import { defineErrors } from "../platform/operation/errors.ts";

export const posterErrors = defineErrors("posters", {
  poster_kind: {
    status: 415,
    retry: "no",
    message: "A poster is a JPEG, PNG, WebP or AVIF file, sent as the body under its media type.",
  },
  poster_mixed: {
    status: 422,
    retry: "no",
    message: "The file has something else behind its picture. Save the picture by itself.",
  },
  poster_broken: { status: 422, retry: "no", message: "The picture cannot be read to its end." },
  poster_dimensions: {
    status: 422,
    retry: "no",
    message:
      "A poster's shorter side has {sideMin} pixels or more, its longer side at most {ratioMax} times as many, and it has at most {megapixelsMax} megapixels.",
  },
  poster_space: {
    status: 409,
    retry: "later",
    message:
      "Your posters fill the {megabytes} MB that one person has. Those that no event shows are removed after a day.",
    retryAfterSeconds: 3600,
  },
  poster_gone: {
    status: 409,
    retry: "no",
    message: "This poster is not there any more, or someone else uploaded it. Upload it again.",
  },
});
