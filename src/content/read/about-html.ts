import { defineHastPlugin, markdownToHtml } from 'satteri';

/** Headings can be linked to by their words. */
const headingIds = defineHastPlugin({
  name: 'heading-ids',
  element: {
    filter: ['h2', 'h3', 'h4', 'h5', 'h6'],
    visit: (node, context) => context.setProperty(node, 'id', slugOf(context.textContent(node))),
  },
});

/** `A B（c）` → `a-bc` */
function slugOf(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
    .replaceAll(' ', '-');
}

/** What `about.mdx` says, as HTML. The check lets nothing pass in it that Markdown would take otherwise than MDX does. */
export function aboutHtml(text: string): string {
  const { html } = markdownToHtml(text, {
    // Straight quotes and dashes stay as written.
    features: { frontmatter: true, smartPunctuation: false },
    hastPlugins: [headingIds],
  });
  return html.trim();
}
