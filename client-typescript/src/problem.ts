import type { Reason } from "./api/index.js";

/** What is wrong with one field: `pointer` is a JSON pointer into the body, or a parameter's name. */
export interface FieldError {
  pointer: string;
  code: string;
  detail: string;
}

/** A refusal as the API tells it (RFC 9457). */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance?: string;
  traceId?: string;
  errors?: FieldError[];
  [member: string]: unknown;
}

const URN = "urn:motcua:problem:";

/** Thrown for every answer that is not a success. `message` is the detail, in the language that was asked for. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";

  constructor(
    readonly problem: Problem,
    readonly response: Response,
  ) {
    super(problem.detail);
  }

  get status(): number {
    return this.response.status;
  }

  /** What programs go by. */
  get reason(): Reason | (string & {}) {
    return this.problem.type.startsWith(URN) ? this.problem.type.slice(URN.length) : this.problem.type;
  }

  get errors(): readonly FieldError[] {
    return this.problem.errors ?? [];
  }

  /** In how many milliseconds it is worth while to come again. */
  get retryAfter(): number | undefined {
    const seconds = Number(this.response.headers.get("retry-after") ?? Number.NaN);
    return Number.isFinite(seconds) ? seconds * 1000 : undefined;
  }

  is(...reasons: Reason[]): boolean {
    return reasons.some((it) => it === this.reason);
  }
}

/** What stood between may have answered with something else than a problem; then its status is all that is known. */
export async function refused(response: Response): Promise<ProblemError> {
  const text = await response.text();
  if (response.headers.get("content-type")?.startsWith("application/problem+json")) {
    return new ProblemError(JSON.parse(text) as Problem, response);
  }
  const title = response.statusText || `HTTP ${response.status}`;
  return new ProblemError({ type: "about:blank", title, status: response.status, detail: title }, response);
}
