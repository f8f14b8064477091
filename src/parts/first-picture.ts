/** Longest wait for a picture that is never painted, as in a tab behind others, ms. */
const NEVER = 1000;

/** Settles when the first picture has been painted: what is fetched after it does not hold it up. */
export const firstPicture = new Promise<void>((painted) => {
  requestAnimationFrame(() => setTimeout(painted));
  setTimeout(painted, NEVER);
});
