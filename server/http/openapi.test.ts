import { readFileSync } from "node:fs";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import spectral from "@stoplight/spectral-core";
import { oas } from "@stoplight/spectral-rulesets";
import { expect, it } from "vitest";

const PATH = "docs/generated/openapi.json";
const source = readFileSync(PATH, "utf8");

it("has nothing to mend for Redocly's recommended rules", async () => {
  const config = await createConfig({ extends: ["recommended"] });
  const problems = await lintFromString({ source, absoluteRef: PATH, config });
  expect(problems.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
});

it("has nothing to mend for Spectral's rules of OpenAPI", async () => {
  const linter = new spectral.Spectral();
  linter.setRuleset(new spectral.Ruleset({ extends: [oas] }));
  const problems = await linter.run(source);
  expect(problems.map(({ code, message, path }) => `${code} at ${path.join(".")}: ${message}`)).toEqual([]);
});
