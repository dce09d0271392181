// What every page's script adds; each file does one thing, and nothing on the page needs it.
import '../device/qr-on-request.ts';
import '../device/copying.ts';
import '../device/folded.ts';
import '../device/offline.ts';
import '../device/places.ts';
import '../device/printing.ts';
import '../device/wechat.ts';
import './print-strip.ts';
import './site-header.ts';
import '../search/search-keys.ts';
