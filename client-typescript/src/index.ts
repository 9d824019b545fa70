/** A client of the motcua API: one function for all services, typed by their API documents. */
export type { Paths, Reason, Schemas } from "./api/index.js";
export { motcua, type Answer, type Doing, type Motcua } from "./client.js";
export type { Following } from "./follow.js";
export { ProblemError, type FieldError, type Problem } from "./problem.js";
export type { Settings } from "./transport.js";
