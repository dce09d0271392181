/** What comes in time, in milliseconds; rejects where it neither came nor failed until then. */
export function withTimeout<T>(coming: Promise<T>, patience = 3000): Promise<T> {
  const late = new Promise<never>((_, reject) => setTimeout(reject, patience));
  return Promise.race([coming, late]);
}
