import { ProblemError, refused } from "./problem.js";

export interface Settings {
  /** Where the gateway is, such as `https://motcua.example.vn`. */
  baseUrl: string;
  /**
   * An access token, or nothing for who is not signed in. Asked before each request; with `renew` after a token was
   * refused, once for a request.
   */
  token?: (renew: boolean) => string | undefined | Promise<string | undefined>;
  /** The key of a registered app. */
  apiKey?: string;
  /** Of the texts in answers and problems. */
  language?: "vi" | "en";
  /** How often a request is made altogether while the platform cannot be reached or asks to wait. 3 if absent. */
  tries?: number;
  /** The longest wait before a further try, in milliseconds. 5 s if absent; who is told to wait longer gets the problem. */
  longestWait?: number;
  fetch?: (request: Request) => Promise<Response>;
}

const PASSING = new Set([429, 502, 503, 504]);
const FIRST_WAIT = 250;

/** Waits, or fails at once with the signal's reason. */
export function pause(millis: number, signal?: AbortSignal | null): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, millis);
    signal?.addEventListener("abort", stop, { once: true });
  });
}

/**
 * Whether repeating cannot do twice what was meant once. A PUT or DELETE could meet its own first effect and be told that
 * it comes too late.
 */
function isRepeatable(request: Request): boolean {
  return request.method === "GET" || request.method === "HEAD" || request.headers.has("idempotency-key");
}

/** Fetches with token, key and language; repeats what may be repeated. Answers that are no success are thrown. */
export function transport(settings: Settings): (request: Request) => Promise<Response> {
  const send = settings.fetch ?? ((request: Request) => fetch(request));
  const tries = settings.tries ?? 3;
  const longestWait = settings.longestWait ?? 5_000;

  async function signed(request: Request, renew: boolean): Promise<Response> {
    const token = await settings.token?.(renew);
    const copy = request.clone();
    if (token !== undefined) {
      copy.headers.set("Authorization", `Bearer ${token}`);
    }
    if (settings.apiKey !== undefined) {
      copy.headers.set("Api-Key", settings.apiKey);
    }
    if (settings.language !== undefined) {
      copy.headers.set("Accept-Language", settings.language);
    }
    const response = await send(copy);
    if (response.status === 401 && token !== undefined && !renew) {
      const problem = await refused(response);
      if (problem.is("unauthenticated")) {
        return signed(request, true);
      }
      throw problem;
    }
    if (!response.ok) {
      throw await refused(response);
    }
    return response;
  }

  /** How long to wait before the next try; nothing if there is to be none. */
  function wait(failure: unknown, attempt: number): number | undefined {
    const usual = FIRST_WAIT * 2 ** attempt * (0.5 + Math.random());
    if (!(failure instanceof ProblemError)) {
      // No answer came: fetch says so with a TypeError.
      return failure instanceof TypeError ? usual : undefined;
    }
    return PASSING.has(failure.status) || failure.is("request-in-progress") ? (failure.retryAfter ?? usual) : undefined;
  }

  return async (request) => {
    for (let attempt = 0; ; attempt++) {
      try {
        return await signed(request, false);
      } catch (failure) {
        const millis = isRepeatable(request) && attempt + 1 < tries ? wait(failure, attempt) : undefined;
        if (millis === undefined || millis > longestWait) {
          throw failure;
        }
        await pause(millis, request.signal);
      }
    }
  };
}
