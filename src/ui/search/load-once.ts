/** Loads each of some things once, however often it is asked for; one that failed may be tried again. */
export class LoadOnce<K> {
  private readonly load: (key: K) => Promise<void>;
  private readonly loading = new Map<K, Promise<void>>();

  constructor(load: (key: K) => Promise<void>) {
    this.load = load;
  }

  get(key: K): Promise<void> {
    const known = this.loading.get(key);
    if (known) return known;
    const loading = this.load(key);
    this.loading.set(key, loading);
    loading.catch(() => this.loading.delete(key));
    return loading;
  }
}
