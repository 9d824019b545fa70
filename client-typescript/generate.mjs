// Writes src/api: the types of every service's API document beside this folder, the paths of all in one type, and the
// names of all problems. Nothing of it is committed; the documents are.
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";

const root = join(import.meta.dirname, "..");
const target = join(import.meta.dirname, "src", "api");

// The client writes these itself, see Doing in src/client.ts.
const WRITTEN = new Set(["Idempotency-Key", "If-Match", "Last-Event-ID", "Content-Type"]);

const BLOB = ts.factory.createTypeReferenceNode("Blob");

async function documents() {
  const found = [];
  for (const folder of (await readdir(root)).sort()) {
    const text = await readFile(join(root, folder, "openapi.json"), "utf8").catch(() => undefined);
    if (text !== undefined) {
      found.push({ name: folder.replace(/-service$/, ""), document: JSON.parse(text) });
    }
  }
  return found;
}

function withoutWrittenHeaders(document) {
  for (const operations of Object.values(document.paths)) {
    for (const operation of Object.values(operations)) {
      operation.parameters = operation.parameters?.filter((it) => it.in !== "header" || !WRITTEN.has(it.name));
    }
  }
  return document;
}

async function problems() {
  const names = new Set();
  for (const file of await readdir(root, { recursive: true })) {
    if (/^[a-z-]+\/src\/main\/resources\/.*problems_en\.properties$/.test(file)) {
      for (const [, name] of (await readFile(join(root, file), "utf8")).matchAll(/^([a-z-]+)\.title=/gm)) {
        names.add(name);
      }
    }
  }
  return [...names].sort();
}

await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });
const seen = new Map();
const apis = await documents();
for (const { name, document } of apis) {
  for (const path of Object.keys(document.paths)) {
    if (seen.has(path)) {
      throw new Error(`${path} is in two documents, ${seen.get(path)} and ${name}: they cannot be one client's paths`);
    }
    seen.set(path, name);
  }
  const types = await openapiTS(withoutWrittenHeaders(document), {
    emptyObjectsUnknown: true,
    transform: (schema) => (schema.type === "string" && schema.format === "binary" ? BLOB : undefined),
  });
  await writeFile(join(target, `${name}.ts`), astToString(types));
}
const names = apis.map((it) => it.name);
const reasons = await problems();
if (names.length === 0 || reasons.length === 0) {
  throw new Error(`There are no API documents or no problems in ${root}`);
}
await writeFile(
  join(target, "index.ts"),
  [
    ...names.map((it) => `import type { components as ${it}Components, paths as ${it}Paths } from "./${it}.js";`),
    "",
    "/** What can be asked for, of all services. */",
    `export interface Paths extends ${names.map((it) => `${it}Paths`).join(", ")} {}`,
    "",
    "/** The shapes by the service whose words they are: `Schemas[\"dossier\"][\"DossierView\"]`. */",
    "export interface Schemas {",
    ...names.map((it) => `  ${it}: ${it}Components["schemas"];`),
    "}",
    "",
    "/** Why something was refused; `type` is this with `urn:motcua:problem:` before it. A newer platform may know more. */",
    `export type Reason =\n${reasons.map((it) => `  | "${it}"`).join("\n")};`,
    "",
  ].join("\n"),
);
console.log(`${names.map((it) => basename(it)).join(", ")}: ${seen.size} paths, ${reasons.length} problems`);
