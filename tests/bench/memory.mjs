import { readdirSync, readFileSync } from 'node:fs';

/** Resident memory of the browser's pages, in MB: all renderer processes that this process started; NaN where the system does not tell. */
export function renderersMegabytes() {
  try {
    const parents = new Map();
    const renderers = [];
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        parents.set(pid, stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
        if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer'))
          renderers.push(pid);
      } catch {
        // The process ended while the list was read.
      }
    }
    const ours = (pid) =>
      pid !== undefined && (pid === String(process.pid) || ours(parents.get(pid)));
    let kilobytes = 0;
    for (const pid of renderers.filter(ours)) {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      kilobytes += Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0);
    }
    return kilobytes / 1024;
  } catch {
    return NaN;
  }
}
