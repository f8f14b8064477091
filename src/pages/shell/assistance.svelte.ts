/** Which of the two windows that help to find things is open: the palette, or the list of keys. */
export class Assistance {
  open = $state<'palette' | 'keys' | null>(null);
}
