import type { ChosenFile, Inspected, Understanding } from '../worker/protocol';

/** A chosen file with what is understood of it. */
export interface FileInHand extends ChosenFile {
  understood: Inspected | null;
}

/** The understandings among the files in hand, those of one header together. */
export function byHeader(files: readonly FileInHand[]): Understanding[][] {
  const groups = new Map<string, Understanding[]>();
  for (const { understood } of files) {
    if (understood?.kind !== 'understanding') continue;
    const group = groups.get(understood.fingerprint);
    if (group) group.push(understood);
    else groups.set(understood.fingerprint, [understood]);
  }
  return [...groups.values()];
}
