/** Everything an editor should mend in the content folder, and in the site's address, all at once; exit 1 while there is something. */
import { loadContent } from './lib/content.ts';
import { tellContent } from './lib/told-content.ts';

if (!tellContent(loadContent())) process.exitCode = 1;
