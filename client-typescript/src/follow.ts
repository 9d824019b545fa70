import { EventSourceParserStream } from "eventsource-parser/stream";
import type { Schemas } from "./api/index.js";
import { ProblemError } from "./problem.js";
import { pause } from "./transport.js";

export interface Following {
  /** Ends it; the generator then returns. */
  signal?: AbortSignal;
  /** Of the last event that is known; what came before is not told again. */
  lastEventId?: string;
}

const WAIT = 2_000;

/**
 * Reads server-sent events by fetch, for the browser's EventSource sends no token. A stream ends with the token, after some
 * minutes or when the instance stops: one comes back with the last event's id and hears what came in between.
 */
export async function* follow(
  fetch: (request: Request) => Promise<Response>,
  address: URL,
  { signal, lastEventId }: Following = {},
): AsyncGenerator<Schemas["dossier"]["StatusEvent"]> {
  let last = lastEventId;
  let wait = WAIT;
  while (!signal?.aborted) {
    try {
      const headers = { Accept: "text/event-stream", ...(last === undefined ? {} : { "Last-Event-ID": last }) };
      const response = await fetch(new Request(address, { headers, signal: signal ?? null }));
      const events = response.body
        ?.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array<ArrayBuffer>>)
        .pipeThrough(new EventSourceParserStream({ onRetry: (millis) => (wait = millis) }))
        .getReader();
      try {
        for (let next = await events?.read(); next && !next.done; next = await events?.read()) {
          last = next.value.id ?? last;
          if (next.value.event === "status") {
            yield JSON.parse(next.value.data) as Schemas["dossier"]["StatusEvent"];
          }
        }
      } finally {
        await events?.cancel().catch(() => undefined); // a stream that broke off cannot be cancelled
      }
    } catch (failure) {
      if (signal?.aborted) {
        return;
      }
      const passing = failure instanceof ProblemError ? failure.retryAfter !== undefined : failure instanceof TypeError;
      if (!passing) {
        throw failure;
      }
    }
    await pause(wait, signal).catch(() => undefined); // the loop's head sees that it is over
  }
}
