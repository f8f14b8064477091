import { toast } from 'svelte-sonner';

/**
 * Says in passing what was done, with a verb that takes it back: notify('Settings reset', { label: 'Undo', run }).
 * Shown by the Toaster; for what must not be missed use a Notice.
 */
export function notify(text: string, action?: { label: string; run: () => void }): void {
  toast(text, action ? { action: { label: action.label, onClick: action.run } } : {});
}
