/** `about.mdx` of the content folder (astro.config.mjs). */
declare module 'virtual:about' {
  export const Content: import('astro/runtime/server/index.js').AstroComponentFactory;
}

/** One of OpenCC's tables, as its converters take it: `㐷 傌|㐹 㑶`. The package has no types for these. */
declare module 'opencc-js/dict/*' {
  const table: string;
  export default table;
}
