/** The error of a failed call: the problem details of the API, or that the server could not be reached. */
import type { ErrorCode } from '../../server/domain/model/errors.ts';
import { type ProblemDetails, problemDetails } from '../../server/contract/problem.ts';

/** `offline`: no answer; `unreadable`: an answer that does not match the contract. */
export type ApiErrorCode = ErrorCode | 'offline' | 'unreadable';

export class ApiError extends Error {
  readonly code: ApiErrorCode;
  readonly status: number;
  readonly problem?: ProblemDetails;

  constructor(code: ApiErrorCode, message: string, status = 0, problem?: ProblemDetails) {
    super(message);
    this.name = 'ApiError';
    this.code = code;
    this.status = status;
    this.problem = problem;
  }

  /** Seconds to wait before the next try, where the server gave them. */
  get retryAfter(): number | undefined {
    return this.problem?.retryAfter;
  }

  /** True where the same call may succeed later. */
  get passing(): boolean {
    return this.code === 'offline' || this.status === 503 || this.status === 429;
  }
}

/** The error of a response that is not ok, from its problem details where it has them. */
export async function errorOf(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => undefined);
  const parsed = problemDetails.safeParse(body);
  if (parsed.success) return new ApiError(parsed.data.code, parsed.data.detail, response.status, parsed.data);
  // A proxy answers for a stopped server, without problem details.
  const code = response.status >= 502 && response.status <= 504 ? 'offline' : 'unreadable';
  return new ApiError(code, `The server answered ${response.status}.`, response.status);
}
