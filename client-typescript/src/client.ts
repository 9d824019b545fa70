import createClient, { type RequestOptions } from "openapi-fetch";
import type { HttpMethod, PathsWithMethod, RequiredKeysOf } from "openapi-typescript-helpers";
import type { Paths, Schemas } from "./api/index.js";
import { follow, type Following } from "./follow.js";
import { transport, type Settings } from "./transport.js";

/** A success: what it says, and the tag of what it describes. */
export interface Answer<T> {
  data: T;
  etag: string | undefined;
  /** Where what was made can be read. */
  location: string | undefined;
  /** Whether this answers an earlier request with the same key; nothing was done twice. */
  replayed: boolean;
  response: Response;
}

/** What goes into headers, beside the parameters and the body that the API document names. */
export interface Doing {
  /** What the caller decides on: an answer, or the tag that came with it. */
  ifMatch?: Pick<Answer<unknown>, "etag"> | string;
  /** Of this request, to repeat it later in the same words. A new one if absent; the client repeats with the same one. */
  requestKey?: string;
  /** Of a body that is not JSON. A Blob's own type if absent. */
  contentType?: string;
}

type Said<P extends keyof Paths, M extends HttpMethod> = Paths[P] extends { [K in M]: infer O } ? O : never;

type Init<P extends keyof Paths, M extends HttpMethod> = Omit<RequestOptions<Said<P, M>>, "parseAs"> &
  Pick<RequestInit, "signal">;

type Ok = 200 | 201 | 202 | 204;

type Data<P extends keyof Paths, M extends HttpMethod> =
  Said<P, M> extends { responses: infer R }
    ? { [S in keyof R & Ok]: R[S] extends { content: infer C } ? C[keyof C] : undefined }[keyof R & Ok]
    : never;

type Rest<I> = RequiredKeysOf<I> extends never ? [init?: I & Doing] : [init: I & Doing];

type Method<M extends HttpMethod> = <P extends PathsWithMethod<Paths, M> & keyof Paths>(
  path: P,
  ...rest: Rest<Init<P, M>>
) => Promise<Answer<Data<P, M>>>;

type Listed = {
  [P in PathsWithMethod<Paths, "get"> & keyof Paths]: Data<P, "get"> extends { items?: (infer _)[]; next?: string }
    ? P
    : never;
}[PathsWithMethod<Paths, "get"> & keyof Paths];

type Item<P extends Listed> = Data<P, "get"> extends { items?: (infer T)[] } ? T : never;

export interface Motcua {
  GET: Method<"get">;
  POST: Method<"post">;
  PUT: Method<"put">;
  PATCH: Method<"patch">;
  DELETE: Method<"delete">;
  /** Every item of a list, page by page as they are wanted. */
  all<P extends Listed>(path: P, ...rest: Rest<Init<P, "get">>): AsyncGenerator<Item<P>>;
  /** How a dossier stands, now and whenever it moves; comes back by itself until the signal ends it. */
  follow(agency: string, dossier: string, following?: Following): AsyncGenerator<Schemas["dossier"]["StatusEvent"]>;
}

interface AnyInit extends Doing {
  body?: unknown;
  headers?: Record<string, string>;
  params?: { query?: Record<string, unknown> };
}

const asIs = (body: unknown) => body;

function written(method: string, init: AnyInit): Record<string, unknown> {
  const { ifMatch, requestKey, contentType, ...rest } = init;
  const headers: Record<string, string> = { ...rest.headers };
  const tag = typeof ifMatch === "string" ? ifMatch : ifMatch?.etag;
  if (ifMatch !== undefined && tag === undefined) {
    throw new TypeError("ifMatch: this answer came without an ETag");
  }
  if (tag !== undefined) {
    headers["If-Match"] = tag;
  }
  if (method === "POST" || method === "PATCH") {
    headers["Idempotency-Key"] = requestKey ?? crypto.randomUUID();
  }
  const raw = rest.body instanceof Blob || rest.body instanceof ArrayBuffer || ArrayBuffer.isView(rest.body);
  if (contentType !== undefined) {
    headers["Content-Type"] = contentType;
  } else if (rest.body instanceof Blob) {
    headers["Content-Type"] = rest.body.type;
  }
  return { ...rest, headers, parseAs: "stream", ...(raw ? { bodySerializer: asIs } : {}) };
}

/** As what it says it is: JSON, text, or a file. */
async function content(response: Response): Promise<unknown> {
  const type = response.headers.get("content-type") ?? "";
  if (response.status === 204) {
    return undefined;
  }
  if (/^application\/([a-z.-]+\+)?json\b/.test(type)) {
    return response.json();
  }
  return type.startsWith("text/") ? response.text() : response.blob();
}

export function motcua(settings: Settings): Motcua {
  const fetch = transport(settings);
  const client = createClient<Record<string, Record<HttpMethod, object>>>({ baseUrl: settings.baseUrl, fetch });

  const method = (name: "GET" | "POST" | "PUT" | "PATCH" | "DELETE") => async (path: string, init: AnyInit = {}) => {
    const call = client[name] as (path: string, init: unknown) => Promise<{ response: Response }>;
    const { response } = await call(path, written(name, init));
    const header = (it: string) => response.headers.get(it) ?? undefined;
    return {
      data: await content(response),
      etag: header("etag"),
      location: header("location"),
      replayed: response.headers.get("idempotency-replayed") === "true",
      response,
    };
  };
  const GET = method("GET");

  async function* all(path: string, init: AnyInit = {}): AsyncGenerator<unknown> {
    let query = init.params?.query;
    while (true) {
      const { data } = await GET(path, { ...init, params: { ...init.params, ...(query && { query }) } });
      const page = data as { items: unknown[]; next?: string };
      yield* page.items;
      if (page.next === undefined) {
        return;
      }
      const next = new URL(page.next, settings.baseUrl);
      query = { ...query, cursor: next.searchParams.get("cursor") };
    }
  }

  return {
    GET,
    POST: method("POST"),
    PUT: method("PUT"),
    PATCH: method("PATCH"),
    DELETE: method("DELETE"),
    all,
    follow: (agency: string, dossier: string, following?: Following) => {
      const where = `/api/v1/agencies/${encodeURIComponent(agency)}/dossiers/${encodeURIComponent(dossier)}/events`;
      return follow(fetch, new URL(where, settings.baseUrl), following);
    },
  } as Motcua;
}
