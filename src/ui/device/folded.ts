// What is folded on the screen is open on paper. Where the sheet cannot do that (styles/print.css), this does, and folds
// it again.
if (!CSS.supports('selector(::details-content)')) {
  let folded: HTMLDetailsElement[] = [];
  addEventListener('beforeprint', () => {
    folded = [
      ...document.querySelectorAll<HTMLDetailsElement>('details:not([open], [data-one-sheet] *)'),
    ];
    for (const one of folded) one.open = true;
  });
  addEventListener('afterprint', () => {
    for (const one of folded) one.open = false;
  });
}
