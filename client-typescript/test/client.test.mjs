import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { motcua, ProblemError } from "../dist/index.js";

let server;
let baseUrl;
let answers;
let requests;

before(async () => {
  server = createServer(async (request, response) => {
    let body = "";
    for await (const part of request) {
      body += part;
    }
    requests.push({ method: request.method, url: request.url, headers: request.headers, body });
    const answer = answers.shift();
    if (answer === undefined) {
      request.socket.destroy();
      return;
    }
    response.writeHead(answer.status ?? 200, { "Content-Type": "application/json", ...answer.headers });
    response.end(typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body ?? {}));
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  baseUrl = `http://127.0.0.1:${server.address().port}`;
});

after(() => server.close());

function answering(...list) {
  answers = list;
  requests = [];
}

const problem = (status, name, headers = {}) => ({
  status,
  headers: { "Content-Type": "application/problem+json", ...headers },
  body: { type: `urn:motcua:problem:${name}`, title: name, status, detail: `about ${name}` },
});

const DOSSIERS = "/api/v1/agencies/{agency}/dossiers";
const path = { agency: "H37", id: "a/b" };
const draft = { params: { path }, body: { service: "1", channel: "ONLINE" } };

test("a request carries token, app key, language and a request key of its own", async () => {
  answering({ headers: { ETag: '"1"', Location: "/there" }, status: 201 }, { status: 201 });
  const api = motcua({ baseUrl, token: () => "t", apiKey: "k", language: "en" });
  const first = await api.POST(DOSSIERS, draft);
  await api.POST(DOSSIERS, draft);
  const [one, two] = requests.map((it) => it.headers);
  assert.equal(one.authorization, "Bearer t");
  assert.equal(one["api-key"], "k");
  assert.equal(one["accept-language"], "en");
  assert.ok(one["idempotency-key"]);
  assert.notEqual(one["idempotency-key"], two["idempotency-key"]);
  assert.deepEqual([first.etag, first.location, first.replayed], ['"1"', "/there", false]);
});

test("a change is decided on the answer that was read", async () => {
  answering({ headers: { ETag: '"7"' } }, {});
  const api = motcua({ baseUrl });
  const read = await api.GET(`${DOSSIERS}/{id}`, { params: { path } });
  await api.PATCH(`${DOSSIERS}/{id}`, { params: { path }, ifMatch: read, body: {} });
  assert.equal(requests[1].headers["if-match"], '"7"');
  assert.equal(requests[1].url, "/api/v1/agencies/H37/dossiers/a%2Fb");
});

test("a refusal is thrown with its reason and the fields", async () => {
  const refusal = problem(422, "invalid-field");
  refusal.body.errors = [{ pointer: "/service", code: "required", detail: "needed" }];
  answering(refusal);
  await assert.rejects(motcua({ baseUrl }).POST(DOSSIERS, draft), (it) => {
    assert.ok(it instanceof ProblemError && it.is("invalid-field") && !it.is("stale"));
    assert.deepEqual([it.status, it.message, it.errors[0].pointer], [422, "about invalid-field", "/service"]);
    return true;
  });
});

test("what is no problem is a refusal with its status", async () => {
  answering({ status: 400, headers: { "Content-Type": "text/html" }, body: "<h1>proxy</h1>" });
  await assert.rejects(motcua({ baseUrl }).GET("/api/v1/rollout"), { name: "ProblemError", reason: "about:blank" });
});

test("a POST is repeated with the same key and body while the platform is away", async () => {
  answering(problem(503, "service-unavailable", { "Retry-After": "0" }), problem(429, "too-many-requests", { "Retry-After": "0" }), { status: 201 });
  await motcua({ baseUrl }).POST(DOSSIERS, draft);
  assert.equal(new Set(requests.map((it) => it.headers["idempotency-key"] + it.body)).size, 1);
  assert.equal(requests.length, 3);
});

test("a broken line is tried again, and three times at most", async () => {
  answering();
  await assert.rejects(motcua({ baseUrl, longestWait: 1_000 }).GET("/api/v1/rollout"), TypeError);
  assert.equal(requests.length, 3);
});

test("a PUT is not repeated, nor what would have to wait too long", async () => {
  answering(problem(503, "overloaded", { "Retry-After": "0" }));
  const put = { params: { path: { agency: "H37", code: "1" } }, ifMatch: '"1"', body: {} };
  await assert.rejects(motcua({ baseUrl }).PUT("/api/v1/agencies/{agency}/services/{code}/draft", put), { status: 503 });
  answering(problem(429, "too-many-requests", { "Retry-After": "60" }));
  await assert.rejects(motcua({ baseUrl }).GET("/api/v1/rollout"), { retryAfter: 60_000 });
  assert.equal(requests.length, 1);
});

test("a token that was refused is renewed once", async () => {
  answering(problem(401, "unauthenticated"), {});
  await motcua({ baseUrl, token: (renew) => (renew ? "new" : "old") }).GET("/api/v1/rollout");
  assert.deepEqual(requests.map((it) => it.headers.authorization), ["Bearer old", "Bearer new"]);
  answering(problem(401, "unauthenticated"), problem(401, "unauthenticated"));
  await assert.rejects(motcua({ baseUrl, token: () => "no" }).GET("/api/v1/rollout"), { status: 401 });
});

test("a list is read to its end", async () => {
  answering({ body: { items: [1, 2], next: "/api/v1/me/dossiers?limit=2&cursor=abc" } }, { body: { items: [3] } });
  const items = [];
  for await (const it of motcua({ baseUrl }).all("/api/v1/me/dossiers", { params: { query: { limit: 2 } } })) {
    items.push(it);
  }
  assert.deepEqual(items, [1, 2, 3]);
  assert.equal(requests[1].url, "/api/v1/me/dossiers?limit=2&cursor=abc");
});

test("a file comes as a file, and one that is sent goes as it is", async () => {
  answering({ headers: { "Content-Type": "application/pdf" }, body: "%PDF" }, { status: 201 });
  const api = motcua({ baseUrl });
  const { data } = await api.GET(`${DOSSIERS}/{id}/result`, { params: { path } });
  assert.equal(await data.text(), "%PDF");
  await api.POST(`${DOSSIERS}/{id}/attachments`, { params: { path, query: { component: "c" } }, body: data });
  assert.deepEqual([requests[1].headers["content-type"], requests[1].body], ["application/pdf", "%PDF"]);
});

test("a stream that ends is taken up where it was left", async () => {
  const stream = (text) => ({ headers: { "Content-Type": "text/event-stream" }, body: `retry: 1\n\n${text}` });
  const event = (id) => `id: ${id}\nevent: status\ndata: {"revision":${id}}\n\n`;
  answering(stream(event(1) + ":\n\n" + event(2)), stream(event(3)));
  const seen = [];
  for await (const it of motcua({ baseUrl, token: () => "t" }).follow("H37", "d")) {
    seen.push(it.revision);
    if (seen.length === 3) {
      break;
    }
  }
  assert.deepEqual(seen, [1, 2, 3]);
  assert.deepEqual(requests.map((it) => it.headers["last-event-id"]), [undefined, "2"]);
  assert.equal(requests[1].headers.authorization, "Bearer t");
});

test("a stream that is refused for good throws, one that is given up returns", async () => {
  answering(problem(404, "not-found"));
  await assert.rejects(motcua({ baseUrl }).follow("H37", "d").next(), { status: 404 });
  const given = new AbortController();
  given.abort();
  assert.deepEqual(await motcua({ baseUrl }).follow("H37", "d", { signal: given.signal }).next(), { done: true, value: undefined });
});
