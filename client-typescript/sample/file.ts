// A citizen files a dossier, hears by a stream that it is filed, pays and looks at what was refused on the way:
//   MOTCUA_GATEWAY=… MOTCUA_TOKEN=$(./motcua token citizen) node out/file.js
import { motcua, ProblemError, type Schemas } from "@motcua/client";

function variable(name: string): string {
  const value = process.env[name];
  if (value === undefined) {
    throw new Error(`${name} is not set`);
  }
  return value;
}

function check(holds: boolean, what: string): void {
  if (!holds) {
    throw new Error(`not so: ${what}`);
  }
  console.log(`  ${what}`);
}

const api = motcua({
  baseUrl: variable("MOTCUA_GATEWAY"),
  token: () => variable("MOTCUA_TOKEN"),
  language: "en",
});
const H37 = { agency: "H37" };
const DOSSIER = "/api/v1/agencies/{agency}/dossiers/{id}";

/** A PDF with one empty page. */
const pdf = new Blob(
  [
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj " +
      "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
  ],
  { type: "application/pdf" },
);

const { data: service } = await api.GET("/api/v1/agencies/{agency}/services/{code}", {
  params: { path: { ...H37, code: "1.004222" } },
});
const draft = await api.POST("/api/v1/agencies/{agency}/dossiers", {
  params: { path: H37 },
  body: {
    service: service.code,
    channel: "ONLINE",
    language: "en",
    applicant: { name: "Nông Thị Lan", personalId: "020190001234", email: "lan@example.vn", phone: "84912000001" },
    form: { newAddress: "12 Trần Đăng Ninh, Lạng Sơn" },
  },
});
const path = { ...H37, id: draft.data.id };
check(draft.location?.endsWith(path.id) === true, "a draft is made and has an address");

for (const component of service.components.filter((it) => it.required)) {
  await api.POST(`${DOSSIER}/attachments`, { params: { path, query: { component: component.id } }, body: pdf });
}

// Two decide on the same revision: the second is told so, by type.
const seen = await api.GET(DOSSIER, { params: { path } });
await api.PATCH(DOSSIER, {
  params: { path },
  ifMatch: seen,
  body: { form: { newAddress: "14 Trần Đăng Ninh, Lạng Sơn" } },
});
try {
  await api.PATCH(DOSSIER, { params: { path }, ifMatch: seen, body: { form: {} } });
  throw new Error("a change on a stale revision went through");
} catch (failure) {
  if (!(failure instanceof ProblemError) || !failure.is("stale")) {
    throw failure;
  }
  check(failure.status === 412, failure.message);
}

const current = await api.GET(DOSSIER, { params: { path } });
const requestKey = crypto.randomUUID();
const submit = () =>
  api.POST(`${DOSSIER}/submission`, { params: { path }, ifMatch: current, requestKey, body: {} });
check(!(await submit()).replayed, "it is submitted");
check((await submit()).replayed, "submitted again with the same key it is the same answer");

const states: Schemas["dossier"]["StatusEvent"][] = [];
for await (const event of api.follow("H37", path.id, { signal: AbortSignal.timeout(20_000) })) {
  states.push(event);
  break;
}
check(states[0]?.code !== undefined && states[0].status.code === 1, `the stream tells of dossier ${states[0]?.code}`);

let order: Schemas["payment"]["OrderView"] | undefined;
for (const end = Date.now() + 20_000; order === undefined && Date.now() < end; ) {
  const { data: orders } = await api.GET("/api/v1/agencies/{agency}/payments", {
    params: { path: H37, query: { dossier: path.id } },
  });
  order = orders.items.find((it) => it.status === "OPEN");
}
check(order !== undefined, "the fee can be paid");

let mine = 0;
for await (const dossier of api.all("/api/v1/me/dossiers", { params: { query: { limit: 1 } } })) {
  mine++;
  if (dossier.id === path.id || mine > 200) {
    break;
  }
}
check(mine > 0, "it is among the citizen's own dossiers, read page by page");
