/** What a failed call tells the user: the problem details of the API, or that it could not be reached. */
import type { ErrorCode } from '../../server/domain/model/errors.ts';
import { type ProblemDetails, problemDetails } from '../../server/contract/problem.ts';

/** `offline`: no answer came; `unreadable`: an answer that the contract does not allow. */
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

  /** Seconds after which a retry makes sense, where the server said so. */
  get retryAfter(): number | undefined {
    return this.problem?.retryAfter;
  }

  /** True where the same call may succeed later without being changed. */
  get passing(): boolean {
    return this.code === 'offline' || this.status === 503 || this.status === 429;
  }
}

/** The error of an answer that was not good: its problem details where it carries them. */
export async function errorOf(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => undefined);
  const parsed = problemDetails.safeParse(body);
  if (parsed.success) return new ApiError(parsed.data.code, parsed.data.detail, response.status, parsed.data);
  // A proxy in front of a stopped server answers for it, without problem details.
  const code = response.status >= 502 && response.status <= 504 ? 'offline' : 'unreadable';
  return new ApiError(code, `The server answered ${response.status}.`, response.status);
}
