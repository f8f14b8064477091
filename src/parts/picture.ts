/** Longest wait for a picture that is never painted, as in a tab behind others, ms. */
const NEVER = 1000;

/** Settles when the page as it now stands has been painted: what is made after it does not hold it up. */
export function picturePainted(): Promise<void> {
  return new Promise((painted) => {
    requestAnimationFrame(() => setTimeout(painted));
    setTimeout(painted, NEVER);
  });
}

/** Settles when the first picture has been painted. */
export const firstPicture = picturePainted();
