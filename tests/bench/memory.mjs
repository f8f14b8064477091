import { readdirSync, readFileSync } from 'node:fs';

/** The browser's pages: all renderer processes that this process started; none where the system does not tell. */
export function renderers() {
  const parents = new Map();
  const found = [];
  for (const pid of processes()) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      parents.set(pid, stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer')) found.push(pid);
    } catch {
      // The process ended while the list was read.
    }
  }
  const ours = (pid) =>
    pid !== undefined && (pid === String(process.pid) || ours(parents.get(pid)));
  return found.filter(ours);
}

/** Resident memory of these processes, in MB; NaN without any. So cheap that asking for it disturbs no measurement. */
export function residentMegabytes(pids) {
  if (pids.length === 0) return NaN;
  return pids.reduce((sum, pid) => sum + residentKilobytes(pid), 0) / 1024;
}

function residentKilobytes(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0);
  } catch {
    // A process that has ended meanwhile holds nothing.
    return 0;
  }
}

function processes() {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}
