// What every page's script adds; each file does one thing, and nothing on the page needs it.
import '../components/device/codes.ts';
import '../components/device/copying.ts';
import '../components/device/folded.ts';
import '../components/device/offline.ts';
import '../components/device/places.ts';
import '../components/device/printing.ts';
import '../components/device/wechat.ts';
import '../components/page/display-settings.ts';
import '../components/page/print-strip.ts';
import '../components/search/search-keys.ts';
