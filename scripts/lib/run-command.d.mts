/** Types of run-command.mjs. */
export function runCommand(
  command: string,
  args: string[],
  options?: { cwd?: string; env?: NodeJS.ProcessEnv; show?: boolean; timeoutMs?: number },
): Promise<{ code: number; output: string; missing: boolean }>;
