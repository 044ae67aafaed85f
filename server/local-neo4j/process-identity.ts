/** Identifies a process by id, start time and command line, because another process may get the same id later. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface ProcessIdentity {
  pid: number;
  /** Opaque; equal only for the same process of the same boot. */
  started: string;
  command: string[];
}

/** Field 22 of /proc/<pid>/stat. It is counted from the end of the program name, which may contain spaces and brackets. */
export function startTicks(stat: string): string | undefined {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' ? undefined : fields[19];
}

function onLinux(pid: number): ProcessIdentity | undefined {
  try {
    const ticks = startTicks(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    if (ticks === undefined) return undefined;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').filter(Boolean);
    return { pid, started: `${boot}:${ticks}`, command };
  } catch {
    return undefined;
  }
}

function byPs(pid: number): ProcessIdentity | undefined {
  try {
    const ask = (column: string): string => execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).trim();
    const started = ask('lstart');
    return started === '' ? undefined : { pid, started, command: ask('command').split(' ') };
  } catch {
    return undefined;
  }
}

/** The process with this id; undefined where there is none, or where it has ended and was not yet collected. */
export function identifyProcess(pid: number): ProcessIdentity | undefined {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return process.platform === 'linux' ? onLinux(pid) : byPs(pid);
}

/** Whether the recorded process is the one that has this id now. */
export function isStillRunning(recorded: { pid: number; started: string }): boolean {
  return identifyProcess(recorded.pid)?.started === recorded.started;
}

/** Every process of this machine that has exactly this argument in its command line. */
export function processesWithArgument(argument: string): ProcessIdentity[] {
  const pids =
    process.platform === 'linux'
      ? readdirSync('/proc').filter((name) => /^\d+$/.test(name))
      : execFileSync('ps', ['-axo', 'pid='], { encoding: 'utf8' })
          .split('\n')
          .filter((line) => line.trim() !== '');
  return pids
    .map((pid) => identifyProcess(Number(pid)))
    .filter((found): found is ProcessIdentity => found !== undefined && found.pid !== process.pid)
    .filter((found) => found.command.includes(argument));
}
