declare namespace App {
  /** What an MDX file's components know without being told: the clause of the page they are drawn on. */
  interface Locals {
    policy?: import('./site/policy.ts').SitePolicy;
    clause?: import('./site/policy.ts').SiteClause;
  }
}
