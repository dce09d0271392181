declare namespace App {
  /** What an MDX file's components know without being told: the clause of the page they are drawn on. */
  interface Locals {
    policy?: import('./site/policy.ts').SitePolicy;
    clause?: import('./site/policy.ts').SiteClause;
  }
}

/** One of OpenCC's tables, as its converters take it: `㐷 傌|㐹 㑶`. The package has no types for these. */
declare module 'opencc-js/dict/*' {
  const table: string;
  export default table;
}
