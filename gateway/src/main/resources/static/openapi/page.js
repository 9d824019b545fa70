// Renders what /openapi lists; no service is named here, so a new one needs no change. The token of a test sign-in is kept
// in this page alone, and is sent to this origin alone.
let token;
const answers = {};

function element(name, text, into) {
  const made = document.createElement(name);
  made.textContent = text;
  into?.append(made);
  return made;
}

async function json(response) {
  if (!response.ok) {
    throw new Error(`${response.url} answered ${response.status}`);
  }
  return response.json();
}

async function offerSignIns(sandbox) {
  const { items } = await json(await fetch(`${sandbox}/sign-ins`));
  const people = document.getElementById("people");
  for (const person of items) {
    const button = element("button", person.username, people);
    button.type = "button";
    button.title = [person.name, ...person.roles].join(", ");
    button.addEventListener("click", async () => {
      const said = document.getElementById("signed-in");
      try {
        const address = `${sandbox}/sign-ins/${encodeURIComponent(person.username)}/token`;
        token = (await json(await fetch(address, { method: "POST" }))).accessToken;
        for (const other of people.children) {
          other.setAttribute("aria-pressed", String(other === button));
        }
        said.textContent = `Signed in as ${person.name} (${person.username}), for an hour.`;
      } catch (failure) {
        said.textContent = `The sign-in failed: ${failure.message}`;
      }
    });
  }
  document.getElementById("sandbox").hidden = false;
}

function filled(text) {
  return text.replace(/\{(\w+)\.(\w+)\}/g, (whole, name, member) => answers[name]?.body[member] ?? whole);
}

function headers(example, bearer) {
  const all = { "Accept-Language": "en" };
  if (bearer !== undefined) {
    all.Authorization = `Bearer ${bearer}`;
  }
  if (example.method !== undefined) {
    all["Content-Type"] = "application/json";
    all["Idempotency-Key"] = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;
  }
  if (example.ifMatch !== undefined) {
    all["If-Match"] = answers[example.ifMatch]?.etag ?? '"1"';
  }
  return all;
}

function asCurl(example) {
  const parts = [`curl -s ${example.method ? `-X ${example.method} ` : ""}'${location.origin}${filled(example.path)}'`];
  for (const [name, value] of Object.entries(headers(example, "$TOKEN"))) {
    parts.push(name === "Idempotency-Key" ? `-H "${name}: $(uuidgen)"` : `-H '${name}: ${value}'`.replace(/'(.*\$TOKEN)'/, '"$1"'));
  }
  if (example.body !== undefined) {
    parts.push(`-d '${JSON.stringify(example.body)}'`);
  }
  return parts.join(" \\\n  ");
}

function show(example, into) {
  const details = element("details", "", into);
  element("summary", example.title, details);
  const curl = element("pre", asCurl(example), details);
  const run = element("button", "Run", details);
  run.type = "button";
  const answer = element("pre", "", details);
  answer.hidden = true;
  details.addEventListener("toggle", () => (curl.textContent = asCurl(example)));
  run.addEventListener("click", async () => {
    const body = example.body === undefined ? undefined : JSON.stringify(example.body);
    const init = { method: example.method ?? "GET", headers: headers(example, token), body };
    try {
      const response = await fetch(filled(example.path), init);
      const said = await response.json();
      if (example.name !== undefined && response.ok) {
        answers[example.name] = { body: said, etag: response.headers.get("ETag") };
      }
      const tag = response.headers.get("ETag");
      answer.textContent = `${response.status}${tag === null ? "" : `   ETag: ${tag}`}\n${JSON.stringify(said, null, 2)}`;
    } catch (failure) {
      answer.textContent = failure.message;
    }
    answer.hidden = false;
  });
}

/** The page writes a new key into every request itself, as any client should. */
function withoutRequestKey(api) {
  for (const operations of Object.values(api.paths)) {
    for (const operation of Object.values(operations)) {
      for (const parameter of operation.parameters ?? []) {
        if (parameter.in === "header" && parameter.name === "Idempotency-Key") {
          parameter.required = false;
          parameter.description = "left empty, this page writes a new one";
        }
      }
    }
  }
  return api;
}

function asked(request) {
  if (!request.loadSpec && new URL(request.url, location.href).origin === location.origin) {
    if (token !== undefined && request.headers.Authorization === undefined) {
      request.headers.Authorization = `Bearer ${token}`;
    }
    if (["POST", "PATCH"].includes(request.method) && !request.headers["Idempotency-Key"]) {
      request.headers["Idempotency-Key"] = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;
    }
  }
  return request;
}

function answered(response) {
  if (response.ok && new URL(response.url, location.href).pathname.startsWith("/openapi/")) {
    response.text = JSON.stringify(withoutRequestKey(JSON.parse(response.text)));
  }
  return response;
}

for (const example of EXAMPLES) {
  show(example, document.getElementById("examples"));
}
fetch("/openapi", { headers: { Accept: "application/json" } })
  .then(json)
  .then(({ documents, sandbox }) => {
    SwaggerUIBundle({
      urls: documents.map((it) => ({ name: it.service, url: it.href })),
      dom_id: "#documents",
      deepLinking: true,
      displayRequestDuration: true,
      requestInterceptor: asked,
      responseInterceptor: answered,
      presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
      layout: "StandaloneLayout",
    });
    return sandbox === undefined ? undefined : offerSignIns(sandbox);
  })
  .catch((failure) => element("p", failure.message, document.querySelector("main")));
