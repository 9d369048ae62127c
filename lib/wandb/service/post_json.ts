import type { Server } from "./find_server.ts";

/**
 * Posts JSON to a path of a W&B server and returns the JSON of its answer.
 *
 * @throws Error where the server does not answer within 20 seconds, or answers with an error or with no JSON.
 */
// deno-lint-ignore no-explicit-any
export async function postJson(server: Server, path: string, body: unknown): Promise<any> {
  const response = await fetch(server.baseUrl + path, {
    method: "POST",
    body: JSON.stringify(body),
    headers: {
      "content-type": "application/json",
      authorization: `Basic ${btoa(`api:${server.apiKey}`)}`,
    },
    signal: AbortSignal.timeout(20_000),
  }).catch((error) => {
    throw new Error(`Cannot post to ${server.baseUrl}${path}: ${error.message}`);
  });
  const text = await response.text();
  if (!response.ok) {
    throw new Error(
      `Cannot post to ${server.baseUrl}${path}: ${response.status} ${text.slice(0, 200)}`,
    );
  }
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(
      `Cannot post to ${server.baseUrl}${path}: wanted JSON, found ${text.slice(0, 200)}`,
    );
  }
}

/**
 * Asks a W&B server in GraphQL and returns the `data` of its answer.
 *
 * @throws Error with the server's own words where it answers with errors.
 */
// deno-lint-ignore no-explicit-any
export async function postGraphql(server: Server, query: string, variables: unknown): Promise<any> {
  const answer = await postJson(server, "/graphql", { query, variables });
  if (answer?.data && !answer.errors) return answer.data;
  throw new Error(`Cannot ask ${server.baseUrl}: ${JSON.stringify(answer?.errors ?? answer)}`);
}
