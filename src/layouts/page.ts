// What every page's script adds; each file defines one element and nothing runs without it.
import '../components/page/display-settings.ts';
import '../components/page/print-strip.ts';
import '../components/search/search-keys.ts';
