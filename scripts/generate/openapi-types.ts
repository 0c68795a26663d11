import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";

/** The types of the REST contract, for clients in TypeScript: `createClient<paths>()` of `openapi-fetch` takes them. */
export async function openApiTypes(document: unknown): Promise<string> {
  return `// Printed from the REST contract by \`npm run generate\`.\n${astToString(await openapiTS(document as OpenAPI3))}`;
}
