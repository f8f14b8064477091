import type { Remote } from 'comlink';
import type { Engine } from '../worker/contract/engine';

/** The worker as the page sees it. */
export type RemoteEngine = Remote<Engine>;
